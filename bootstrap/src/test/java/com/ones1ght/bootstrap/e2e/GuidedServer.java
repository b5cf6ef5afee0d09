package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The WAR on an application server, which the listings of its page configure, start and stop. */
final class GuidedServer implements AutoCloseable {

    static final String SYSTEM_KEY = "the-operators-key-of-this-installation";
    static final String DISPLAY_TOKEN = "the-token-of-the-screens";

    /** Has a class of its own for each deployment in memory. */
    private static final Pattern CLASS_OF_A_DEPLOYMENT =
            Pattern.compile("(?m) com\\.ones1ght\\.domain\\.access\\.KeyType( |$)");

    private static final int KILL_SECONDS = 20;

    private final ServerGuide guide;
    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final Map<String, String> variables;
    private final String baseUrl;

    /**
     * @param page in docs/servers
     * @param homeVariable names the folder of the server's distribution on its page
     * @param home the folder below target/servers
     * @param contextRoot begins with a slash
     */
    GuidedServer(String page, String homeVariable, String home, String contextRoot) throws IOException {
        guide = ServerGuide.of(page);
        folder = Files.createTempDirectory("ones1ght-server");
        postgres = EmbeddedPostgres.builder().start();
        int port = FreePort.next();
        variables = Map.ofEntries(
                Map.entry(
                        homeVariable,
                        Path.of("target", "servers", home).toAbsolutePath().toString()),
                Map.entry(
                        "WAR",
                        Path.of("target", "ones1ght.war").toAbsolutePath().toString()),
                Map.entry("BASE_DIR", folder.resolve("base").toString()),
                Map.entry("CONTEXT_ROOT", contextRoot),
                Map.entry("HTTP_PORT", Integer.toString(port)),
                Map.entry("ADMIN_PORT", Integer.toString(FreePort.next())),
                Map.entry("DB_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres"),
                Map.entry("DB_USER", "postgres"),
                Map.entry("DB_PASSWORD", "postgres"),
                Map.entry("SYSTEM_KEY", SYSTEM_KEY),
                Map.entry("DISPLAY_TOKEN", DISPLAY_TOKEN));
        baseUrl = "http://localhost:" + port + (contextRoot.equals("/") ? "" : contextRoot);
        assertThat(guide.variables()).as("variables of " + page).isSubsetOf(variables.keySet());
    }

    /** The address of the application, without a slash at its end. */
    String baseUrl() {
        return baseUrl;
    }

    /** For files of tests. */
    Path folder() {
        return folder;
    }

    /** Runs a section of the server's page, and says how long it took. */
    Duration run(String section) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        guide.run(section, variables, folder);
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("%s: %.1f s%n", section, time.toMillis() / 1000.0);
        return time;
    }

    /** The deployments that are still in the server's memory, after all garbage is collected and finalized. */
    long deploymentsInMemory() throws IOException, InterruptedException {
        jcmd("GC.run");
        jcmd("GC.run_finalization");
        return CLASS_OF_A_DEPLOYMENT
                .matcher(jcmd("GC.class_histogram"))
                .results()
                .count();
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process().pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String printed = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor()).as(printed).isZero();
        return printed;
    }

    private ProcessHandle process() {
        return processes()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No process of the server below " + folder));
    }

    /** Of the processes that the listings started, the server's has the heap of the page. */
    private Stream<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> proc(process, "environ").contains("BASE_DIR=" + variables.get("BASE_DIR"))
                        && proc(process, "cmdline").contains("-Xmx1g"));
    }

    private static String proc(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }

    /** The first tenant and its keys, as docs/servers/README.md says. */
    Tenant firstTenant() throws IOException, InterruptedException {
        String printed = ServerGuide.of("README.md")
                .run(
                        "The first tenant and its keys",
                        Map.of("BASE_URL", baseUrl, "SYSTEM_KEY", SYSTEM_KEY),
                        folder,
                        "echo \"keys $ADMIN_KEY $SDK_KEY\"");
        String[] keys = printed.substring(printed.lastIndexOf("keys ")).strip().split(" ");
        return new Tenant(keys[1], keys[2]);
    }

    /** The keys of a tenant. */
    record Tenant(String adminKey, String sdkKey) {}

    @Override
    public void close() throws IOException {
        for (ProcessHandle process : processes().toList()) {
            process.destroyForcibly();
            process.onExit().orTimeout(KILL_SECONDS, TimeUnit.SECONDS).join();
        }
        postgres.close();
    }
}
