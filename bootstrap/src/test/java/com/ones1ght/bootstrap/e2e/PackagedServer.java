package com.ones1ght.bootstrap.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged product as a process of its own: {@code java -jar ones1ght.jar} on a free port with a data directory of
 * its own, just as an operator would start it.
 *
 * <p>Tests that need nothing special take the one that {@link SharedServer} keeps for the whole run.
 */
public final class PackagedServer implements AutoCloseable {

    /** The name of a setting that no server is given: options for all of its JVMs. */
    static final String JVM_OPTIONS = "jvm-options";

    /** The name of another one: what stands before {@code -jar}. Unless given, what the build gives to its short tests. */
    static final String JVM_ARGUMENTS = "jvm-arguments";

    /** The name of another one: the {@code java} that starts the server, in place of the one that runs the tests. */
    static final String JAVA = "java";

    /** The name of another one: the jar that is started, in place of the one of this build; its WAR lies beside it. */
    static final String JAR = "jar";

    /** Generous: the machine may be busy with other things. */
    private static final Duration START = Duration.ofSeconds(150);

    private static final Duration STOP = Duration.ofSeconds(25);

    /** Tests and benchmarks ask on behalf of one shopper as often as thousands would. */
    private static final Map<String, String> UNLIMITED = Map.of(
            "ones1ght.rate-limit.profile", "0",
            "ones1ght.rate-limit.failed-authentications", "0");

    private final Path dataDir;
    private final Map<String, String> settings;
    private Process launcher;
    private Path output;

    private PackagedServer(Path dataDir, Map<String, String> settings) {
        this.dataDir = dataDir;
        this.settings = new TreeMap<>(settings);
    }

    /** A server with an empty data directory, started and ready. */
    public static PackagedServer start() {
        return start(Map.of());
    }

    /** The same, with settings by their names, {@code ones1ght.…}. */
    public static PackagedServer start(Map<String, String> settings) {
        PackagedServer server = prepare(settings);
        server.startAgain();
        return server;
    }

    /** One more node on this server's database; both agree on the demo keys of this one. */
    public PackagedServer startSecondNode(Map<String, String> furtherSettings) {
        Map<String, String> theirs = new HashMap<>(furtherSettings);
        theirs.put("ones1ght.db.url", jdbcUrl());
        theirs.put("ones1ght.db.user", databaseUser());
        theirs.put("ones1ght.db.password", databasePassword());
        return start(theirs);
    }

    /** A server that is not started yet. */
    public static PackagedServer prepare(Map<String, String> settings) {
        try {
            return new PackagedServer(Files.createTempDirectory("ones1ght-e2e"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the stopped or killed server on its old data, and waits until it is ready. */
    public void startAgain() {
        launch();
        await("the server to be ready")
                .atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    if (!launcher.isAlive()) {
                        throw new IllegalStateException("The server ended:\n" + output());
                    }
                    return output().contains("is ready in");
                });
    }

    /** The same with some settings changed or added. */
    public void startAgain(Map<String, String> changedSettings) {
        settings.putAll(changedSettings);
        startAgain();
    }

    /** Starts and waits for nothing. */
    public void launch() {
        try {
            output = Files.createTempFile(dataDir, "console", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(output.toFile());
            // The server has the settings of its test, whatever the environment of the build says.
            builder.environment().keySet().removeIf(name -> name.startsWith("ONES1GHT_"));
            if (settings.containsKey(JVM_OPTIONS)) {
                builder.environment().put("JAVA_TOOL_OPTIONS", settings.get(JVM_OPTIONS));
            }
            launcher = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(settings.getOrDefault(
                JAVA, Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        String arguments = settings.getOrDefault(JVM_ARGUMENTS, System.getProperty("ones1ght.e2e.jvm-arguments", ""));
        Stream.of(arguments.split(" ")).filter(argument -> !argument.isEmpty()).forEach(command::add);
        command.add("-Dones1ght.data.dir=" + dataDir);
        if (!settings.containsKey("ones1ght.http.port")) {
            command.add("-Dones1ght.http.port=0");
        }
        Map<String, String> all = new TreeMap<>(settings);
        all.keySet().removeAll(Set.of(JVM_OPTIONS, JVM_ARGUMENTS, JAVA, JAR));
        UNLIMITED.forEach(all::putIfAbsent);
        if (SocketBackends.areWanted()) {
            SocketBackends.settings().forEach(all::putIfAbsent);
        }
        EndToEndLogs.noteSecrets(all);
        all.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-jar");
        command.add(settings.getOrDefault(JAR, jar().toString()));
        return command;
    }

    /** The jar that is started; the WAR lies beside it. */
    static Path jar() {
        Path jar = Path.of(System.getProperty("ones1ght.jar", "target/ones1ght.jar"))
                .toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("Package first: " + jar + " is missing.");
        }
        return jar;
    }

    /** The address without a slash at its end. */
    public String baseUrl() {
        return demoEnv("BASE_URL");
    }

    /** The demo tenant's key for the SDK. */
    public String sdkKey() {
        return demoEnv("SDK_KEY");
    }

    /** The demo tenant's key for the administration. */
    public String adminKey() {
        return demoEnv("ADMIN_KEY");
    }

    /** Everything that the server keeps. */
    public Path dataDir() {
        return dataDir;
    }

    /** What the server has printed since its last start. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server has logged, since it was first started. */
    public String log() {
        try {
            return Files.readString(dataDir.resolve("logs/server.0.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that serves: the JVM that the launcher started. */
    public ProcessHandle process() {
        return launcher.children().findFirst().orElseThrow();
    }

    /** Whether it was started and has not ended since. */
    boolean isRunning() {
        return launcher != null && launcher.isAlive();
    }

    /** The process that was started. */
    public ProcessHandle launcher() {
        return launcher.toHandle();
    }

    /** The postmaster of the embedded PostgreSQL. */
    public ProcessHandle postgres() {
        try {
            long pid = Long.parseLong(Files.readAllLines(dataDir.resolve("postgres/data/postmaster.pid"))
                    .get(0)
                    .strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database, as the application sees it. */
    public String jdbcUrl() {
        return settings.getOrDefault(
                "ones1ght.db.url",
                "jdbc:postgresql://127.0.0.1:%s/%s".formatted(connection("port"), connection("database")));
    }

    /** Who may connect to {@link #jdbcUrl()}. */
    public String databaseUser() {
        return settings.getOrDefault("ones1ght.db.user", connection("user"));
    }

    /** The password of {@link #databaseUser()}. */
    public String databasePassword() {
        return settings.getOrDefault("ones1ght.db.password", connection("password"));
    }

    private String demoEnv(String name) {
        return properties(dataDir.resolve("demo.env")).getProperty(name);
    }

    private String connection(String name) {
        Path file = dataDir.resolve("postgres/connection.properties");
        return Files.exists(file) ? properties(file).getProperty(name) : "";
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** {@code kill -9}: no chance to say good-bye. PostgreSQL goes on running. */
    public void kill() {
        process().destroyForcibly();
        awaitEnd();
    }

    /** {@code kill}: an orderly stop. */
    public void stop() {
        launcher.toHandle().destroy();
        awaitEnd();
    }

    /** Waits for the end, and says with which status. */
    int awaitEnd() {
        return awaitEnd(STOP);
    }

    /** The same where the end may take longer: that of a start, for example. */
    int awaitEnd(Duration limit) {
        try {
            if (!launcher.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server did not end:\n" + output());
            }
            return launcher.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops whatever still runs and deletes the data. */
    @Override
    public void close() {
        if (isRunning()) {
            stop();
        }
        if (Files.exists(dataDir.resolve("postgres/data/postmaster.pid"))) {
            postgres().destroy();
            await().atMost(STOP).until(() -> !Files.exists(dataDir.resolve("postgres/data/postmaster.pid")));
        }
        EndToEndLogs.keep(dataDir);
        try (Stream<Path> files = Files.walk(dataDir)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> {
                if (!file.delete() && file.exists()) {
                    throw new IllegalStateException("Left behind: " + file);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
