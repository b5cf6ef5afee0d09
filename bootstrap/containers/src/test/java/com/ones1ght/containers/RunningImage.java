package com.ones1ght.containers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A container without an engine: the image's entry point as process 1 of its own process, mount and host name spaces,
 * with the image as a read-only root, the volume and a {@code /tmp} as the only writable file systems, the image's user,
 * no capabilities and no way to new privileges. What an engine adds, and this does not: a network of its own, limits by
 * cgroups, and a filter of system calls.
 */
final class RunningImage implements AutoCloseable {

    /** Generous: the machine may be busy with other things. */
    private static final Duration START = Duration.ofSeconds(240);

    /** What docs/operations.md promises without a drain. */
    private static final Duration STOP = Duration.ofSeconds(25);

    private static final Pattern READY = Pattern.compile("is ready in ([\\d.]+) s: (http://\\S+)");

    /** $1 the root, $2 the volume's files, $3 its place in the image, $4 the file of host names. */
    private static final String ISOLATE = """
            set -e
            hostname gateway
            mount --make-rprivate /
            mount --bind "$1" "$1"
            mount -o remount,ro,bind "$1"
            mount --bind "$2" "$1$3"
            mount -t tmpfs tmpfs "$1/tmp"
            mount -t proc proc "$1/proc"
            mount --rbind /dev "$1/dev"
            mount --bind "$4" "$1/etc/hosts"
            root="$1"; place="$3"; user="$5"; group="$6"; shift 6
            exec chroot "$root" setpriv --reuid="$user" --regid="$group" --clear-groups --no-new-privs \
                --inh-caps=-all --bounding-set=-all env --chdir="$place" -i "$@"
            """;

    private final Image image;
    private final Image.Mounted mounted;
    private final Path volume;
    private final Path output;
    private final Process outer;

    private RunningImage(Image image, Image.Mounted mounted, Path volume, Path output, Process outer) {
        this.image = image;
        this.mounted = mounted;
        this.volume = volume;
        this.output = output;
        this.outer = outer;
    }

    /**
     * Starts and waits until it is ready.
     *
     * @param settings further environment variables
     */
    static RunningImage start(Image image, Map<String, String> settings) throws IOException {
        Image.Mounted mounted = Image.mount();
        Path volume = Files.createTempDirectory("ones1ght-volume");
        String[] user = image.user().split(":");
        Command.output(List.of("chown", image.user(), volume.toString()));
        Path hosts = Files.writeString(Files.createTempFile("hosts", ""), "127.0.0.1 localhost gateway\n");
        hosts.toFile().setReadable(true, false);
        List<String> command = new ArrayList<>(List.of(
                "unshare", "--mount", "--pid", "--uts", "--fork", "--kill-child", "sh", "-c", ISOLATE, "container"));
        command.addAll(List.of(
                mounted.root().toString(),
                volume.toString(),
                image.volumes().get(0),
                hosts.toString(),
                user[0],
                user[1]));
        command.addAll(image.environment());
        // Ready when it serves: tests are in a hurry.
        command.add("ONES1GHT_HTTP_WARM_UP=PT0S");
        settings.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(image.entryPoint());
        Path output = Files.createTempFile("ones1ght-container", ".out");
        Process outer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        RunningImage running = new RunningImage(image, mounted, volume, output, outer);
        running.awaitReady();
        return running;
    }

    private void awaitReady() {
        await("the container to be ready").atMost(START).until(() -> {
            if (!outer.isAlive()) {
                throw new IllegalStateException("The container ended: " + output());
            }
            return READY.matcher(output()).find();
        });
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seconds from the start of the process. */
    double startTime() {
        return Double.parseDouble(ready().group(1));
    }

    String baseUrl() {
        return ready().group(2);
    }

    private MatchResult ready() {
        return READY.matcher(output()).results().findFirst().orElseThrow();
    }

    /** A value of a file of the volume. */
    String value(String file, String name) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(volume.resolve(file))) {
            properties.load(in);
        }
        return properties.getProperty(name);
    }

    boolean hasFile(String name) {
        return Files.exists(volume.resolve(name));
    }

    /** Process 1. */
    ProcessHandle launcher() {
        return outer.children().findFirst().orElseThrow();
    }

    /** All its processes. */
    Stream<ProcessHandle> processes() {
        return outer.descendants();
    }

    /** Runs a command in the container, as root of this machine, and returns its status. */
    int run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "nsenter", "--target", Long.toString(launcher().pid()), "--mount", "--pid", "--root", "--wd", "env"));
        command.addAll(image.environment());
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue();
    }

    /** Sends the image's stop signal to process 1, and returns the status with which the container ends. */
    int stop() {
        launcher().destroy();
        await("the container to end").atMost(STOP).until(() -> !outer.isAlive());
        return outer.exitValue();
    }

    @Override
    public void close() throws IOException {
        if (outer.isAlive()) {
            stop();
        }
        mounted.unmount();
        Command.output(List.of("rm", "-rf", volume.toString()));
    }
}
