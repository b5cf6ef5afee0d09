package com.ones1ght.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The image, as buildah builds it from our Containerfile and the distribution, in a storage below {@code target}. */
final class Image {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String NAME = "localhost/ones1ght-gateway:test";
    private static final String DEBIAN = "localhost/debian-jre";

    private final JsonNode config;
    private final JsonNode healthCheck;

    private Image(JsonNode inspected) {
        this.config = inspected.path("OCIv1").path("config");
        this.healthCheck = inspected.path("Docker").path("config").path("Healthcheck");
    }

    /** A base image to take instead of one that is made of Debian's packages. */
    static Optional<String> givenBase() {
        return Optional.of(System.getProperty("containers.base", "")).filter(base -> !base.isBlank());
    }

    static Image build() throws IOException {
        buildah(
                "build",
                "--quiet",
                "--format=docker",
                "--isolation=chroot",
                // A name of the container that cannot be resolved would fail the server; engines write it to
                // /etc/hosts.
                "--uts=host",
                "--network=host",
                "--build-arg=BASE_IMAGE="
                        + (givenBase().isPresent() ? givenBase().get() : debian()),
                "--build-arg=VERSION=" + System.getProperty("containers.version"),
                "--tag=" + NAME,
                "--file=" + Containerfile.FILE,
                TARGET.toString());
        return new Image(new ObjectMapper().readTree(buildah("inspect", "--type=image", NAME)));
    }

    /** Debian with its JRE, kept for later runs: fetching its packages takes longer than all the rest. */
    private static String debian() throws IOException {
        if (buildah("images", "--format={{.Name}}").lines().noneMatch(DEBIAN::equals)) {
            String container = buildah("from", "scratch").strip();
            String root = buildah("mount", container).strip();
            Command.output(List.of(
                    RequiredTool.DEBOOTSTRAP.executable().orElseThrow().toString(),
                    "--variant=minbase",
                    "--include=openjdk-17-jre-headless",
                    "bookworm",
                    root));
            Command.output(List.of(
                    "sh",
                    "-c",
                    "rm -rf " + root + "/var/cache/apt/archives/*.deb " + root + "/var/lib/apt/lists/* " + root
                            + "/tmp/*"));
            buildah("config", "--env=PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", container);
            buildah("umount", container);
            buildah("commit", "--quiet", "--rm", container, DEBIAN);
        }
        return DEBIAN;
    }

    /** Makes its files accessible under a path of this machine, until it is unmounted. */
    static Mounted mount() throws IOException {
        String container = buildah("from", NAME).strip();
        return new Mounted(container, Path.of(buildah("mount", container).strip()));
    }

    /**
     * A container of the image.
     *
     * @param container its name for buildah
     * @param root its files
     */
    record Mounted(String container, Path root) {

        void unmount() throws IOException {
            buildah("umount", container);
            buildah("rm", container);
        }
    }

    private static String buildah(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(RequiredTool.BUILDAH.executable().orElseThrow().toString());
        command.add("--root=" + TARGET.resolve("images/storage"));
        command.add("--runroot=" + TARGET.resolve("images/run"));
        command.addAll(List.of(arguments));
        return Command.output(command);
    }

    /** {@code user:group}, both numeric. */
    String user() {
        return config.path("User").asText();
    }

    List<String> entryPoint() {
        return texts(config.path("Entrypoint"));
    }

    /** Without the leading {@code CMD}. */
    List<String> healthCheck() {
        List<String> test = texts(healthCheck.path("Test"));
        return test.subList(1, test.size());
    }

    String workingDirectory() {
        return config.path("WorkingDir").asText();
    }

    String stopSignal() {
        return config.path("StopSignal").asText();
    }

    List<String> ports() {
        return names(config.path("ExposedPorts"));
    }

    List<String> volumes() {
        return names(config.path("Volumes"));
    }

    Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        config.path("Labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    /** {@code NAME=value}. */
    List<String> environment() {
        return texts(config.path("Env"));
    }

    /** Bytes of the files below a folder, as they are stored. */
    static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
