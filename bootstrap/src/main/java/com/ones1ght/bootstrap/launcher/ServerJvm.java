package com.ones1ght.bootstrap.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The second JVM, seen from the first. */
final class ServerJvm {

    /** Beyond this, and the time to drain, the second JVM is not stopping any more, it hangs. */
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Distribution distribution;
    private final Path serverJar;
    private final String maxHeap;
    private final long startedAt;
    private final Duration stopLimit;

    ServerJvm(Distribution distribution, Settings settings, long startedAt) {
        this.distribution = distribution;
        this.serverJar = distribution.serverJar(settings.dataDir());
        this.maxHeap = settings.maxHeap();
        this.startedAt = startedAt;
        this.stopLimit = STOP.plus(settings.http().drain());
    }

    /** Runs the server to its end, and says with which status it ended. */
    int run() {
        Path archive = distribution.classArchive();
        return run(distribution.classArchiveFits(serverJar) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of());
    }

    /** Writes the archive of classes, unless there is one that fits. */
    int train() {
        return distribution.classArchiveFits(serverJar)
                ? 0
                : run(List.of(
                        "-XX:ArchiveClassesAtExit=" + distribution.classArchive(), "-D" + Server.TRAIN + "=true"));
    }

    private int run(List<String> options) {
        try {
            // The second JVM ends as soon as its standard input does: no kill of the first one can leave it behind.
            Process server = new ProcessBuilder(command(options))
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Thread stop = new Thread(() -> stop(server), "stop-server");
            Runtime.getRuntime().addShutdownHook(stop);
            return server.waitFor();
        } catch (IOException e) {
            throw new LaunchException("The server's JVM could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            // Maven interrupts its threads when it is stopped; the hook above stops the server.
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private void stop(Process server) {
        // Not Process.destroy(): that one closes the pipe at once, and the server would take us for dead.
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
        List<String> own = ownOptions();
        if (own.stream().noneMatch(option -> option.matches("-XX:\\+Use.*GC"))) {
            // Starts faster than G1, and wastes none of a small machine's few cores on concurrent marking.
            command.add("-XX:+UseParallelGC");
        }
        command.add("-Xshare:auto");
        // An archive of another JVM build is no reason to alarm anyone: the start then takes longer, that is all.
        command.add("-Xlog:disable");
        command.add("-Xlog:all=error:stderr");
        if (Runtime.version().feature() >= 24) {
            // Without it these versions warn of what Payara's Hazelcast does.
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (Runtime.getRuntime().availableProcessors() <= 2) {
            // Java's own HTTP client ends each call on the common pool. On so few processors that pool has one thread
            // at the most, and CompletableFuture then starts a thread for each task instead.
            command.add("-Djava.util.concurrent.ForkJoinPool.common.parallelism=2");
        }
        // Lets requests to a host whose name Java's HTTP client does not take bear that name all the same.
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

    /** The options that this JVM was given ({@code -Xmx4g}): they come last, so they win over ours. */
    private static List<String> ownOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X"))
                .toList();
    }
}
