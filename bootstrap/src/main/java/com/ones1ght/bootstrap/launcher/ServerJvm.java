package com.ones1ght.bootstrap.launcher;

import com.ones1ght.bootstrap.launcher.log.Console;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server's JVM, as the launcher controls it. */
final class ServerJvm {

    /** From this release on, the JVM crashes when it writes an archive of these classes (seen with 25.0.3). */
    private static final int FIRST_WITHOUT_ARCHIVE = 24;

    /** After this time, in addition to draining, a stopping server is considered hung. */
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Distribution distribution;
    private final Path serverJar;
    private final String maxHeap;
    private final long startedAt;
    private final Duration stopLimit;
    private final Console console;

    ServerJvm(Distribution distribution, Settings settings, long startedAt) {
        this.distribution = distribution;
        this.serverJar = distribution.serverJar(settings.dataDir());
        this.maxHeap = settings.maxHeap();
        this.startedAt = startedAt;
        this.stopLimit = STOP.plus(settings.http().drain());
        this.console = settings.log().console();
    }

    /** Runs the server and returns its exit status. */
    int run() {
        Path archive = distribution.classArchive();
        return run(distribution.classArchiveFits(serverJar) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of());
    }

    /** Writes the class archive, unless there is a current one, or this JVM cannot write one. */
    int train() {
        if (Runtime.version().feature() >= FIRST_WITHOUT_ARCHIVE) {
            System.err.println("No class archive is written on Java "
                    + Runtime.version().feature() + ": the server starts without one, in somewhat more time.");
            return 0;
        }
        return distribution.classArchiveFits(serverJar)
                ? 0
                : run(List.of(
                        "-XX:ArchiveClassesAtExit=" + distribution.classArchive(), "-D" + Server.TRAIN + "=true"));
    }

    /** Runs a {@link DatabaseCommand} there, which needs the server's libraries. */
    int run(String command, Path file) {
        return run(List.of("-D" + Server.COMMAND + "=" + command, "-D" + Server.FILE + "=" + file));
    }

    private int run(List<String> options) {
        try {
            // The server ends with its standard input, so that killing the launcher never leaves it behind.
            Process server = new ProcessBuilder(command(options))
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(console.isLog() ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.INHERIT)
                    .start();
            relayErrors(server);
            ProcessEnd.await("stop-server", () -> stop(server));
            return server.waitFor();
        } catch (IOException e) {
            throw new LaunchException("The server's JVM could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            // Maven interrupts its threads when stopped; the hook above stops the server.
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    /** What the JVM itself and libraries print there are no records. */
    private void relayErrors(Process server) {
        Thread relay = new Thread(
                () -> {
                    try (InputStream errors = server.getErrorStream()) {
                        console.relay(errors, "stderr");
                    } catch (IOException e) {
                        // The server has ended.
                    }
                },
                "relay-errors");
        relay.setDaemon(true);
        relay.start();
    }

    private void stop(Process server) {
        // Not Process.destroy(), which closes the pipe at once: the server would consider the launcher dead.
        server.toHandle().destroy();
        try {
            if (!server.waitFor(stopLimit.toMillis(), TimeUnit.MILLISECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
        }
    }

    List<String> command(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + maxHeap);
        // The heap grows as needed, and shrinks again. By default it begins with a 64th of the machine's memory, which
        // the start alone fills.
        command.add("-Xms64m");
        command.add("-XX:MinHeapFreeRatio=20");
        command.add("-XX:MaxHeapFreeRatio=40");
        List<String> own = ownOptions();
        if (own.stream().noneMatch(option -> option.matches("-XX:\\+Use.*GC"))) {
            // Starts faster than G1, and spends none of a small machine's cores on concurrent marking.
            command.add("-XX:+UseParallelGC");
        }
        command.add("-Xshare:auto");
        // An archive of another JVM build only makes the start slower; no warning.
        command.add("-Xlog:disable");
        command.add("-Xlog:all=error:stderr");
        if (Runtime.version().feature() >= 24) {
            // Without it these versions warn about Payara's Hazelcast.
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (Runtime.getRuntime().availableProcessors() <= 2) {
            // Java's HTTP client completes calls on the common pool. With so few processors that has at most one
            // thread,
            // and CompletableFuture then starts a thread per task instead.
            command.add("-Djava.util.concurrent.ForkJoinPool.common.parallelism=2");
        }
        // By default, four threads start the server's services. Now and then two of them meet in a list of HK2, and the
        // start fails with a ConcurrentModificationException.
        command.add("-Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS");
        // For hosts whose names Java's HTTP client does not accept in URIs: the Host header is set explicitly.
        command.add("-Djdk.httpclient.allowRestrictedHeaders=host");
        command.addAll(options);
        command.addAll(own);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> Settings.PASSED_ON.stream().anyMatch(name::startsWith))
                .sorted()
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.add("-D" + Server.STARTED_AT + "=" + startedAt);
        command.add("-jar");
        command.add(serverJar.toString());
        return command;
    }

    /** The options of the launcher's JVM, such as {@code -Xmx4g}; last, so that they override ours. */
    private static List<String> ownOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X"))
                .toList();
    }
}
