package com.ones1ght.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Builds the same sources again in another folder, time zone and language. Their permissions and the umask have to be
 * the same, since archives keep them.
 */
class ReproducibleBuildIT {

    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Set<String> NO_SOURCES = Set.of("target", ".git", "data", ".ones1ght", "node_modules");

    @TempDir
    private static Path again;

    @BeforeAll
    static void buildAgain() throws IOException {
        copySources();
        Command.output(List.of(
                "sh",
                "-c",
                "cd \"$1\" && TZ=Pacific/Auckland LC_ALL=C ./mvnw -B -ntp -q"
                        // With what the demo leaves out: the tests, which are not shipped.
                        + " -Pdemo,containers -pl '!bootstrap/demo' -Dmaven.repo.local=\"$2\" package",
                "build",
                again.toString(),
                System.getProperty("containers.maven.repository")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ones1ght.jar", "ones1ght.war"})
    void archivesShouldBeTheSame(String name) throws IOException {
        Path first = REPOSITORY.resolve("bootstrap/target").resolve(name);
        Path second = again.resolve("bootstrap/target").resolve(name);

        assertThat(contents(second)).as("entries").isEqualTo(contents(first));
        assertThat(Files.mismatch(first, second)).as("first different byte").isEqualTo(-1);
    }

    @Test
    void distributionAndItsBillOfMaterialsShouldBeTheSame() throws IOException {
        Path target = Path.of("bootstrap", "containers", "target");
        for (String file : List.of(
                "distribution/sbom.cdx.json",
                "distribution/licences/COMPONENTS.txt",
                "ones1ght-" + System.getProperty("containers.version") + "-bin.tar.gz")) {
            assertThat(Files.mismatch(
                            REPOSITORY.resolve(target).resolve(file),
                            again.resolve(target).resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
    }

    /** The entries with their checksums and times. */
    private static Set<String> contents(Path archive) throws IOException {
        Set<String> contents = new TreeSet<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                CRC32 sum = new CRC32();
                sum.update(zip.getInputStream(entry).readAllBytes());
                contents.add(entry.getName() + " " + sum.getValue() + " " + entry.getTime());
            }
        }
        return contents;
    }

    private static void copySources() throws IOException {
        Files.walkFileTree(REPOSITORY, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (NO_SOURCES.contains(String.valueOf(folder.getFileName()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                copy(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !file.getFileName().toString().equals(".git")) {
                    copy(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void copy(Path source) {
        Path copy = again.resolve(REPOSITORY.relativize(source).toString());
        try {
            if (!Files.isDirectory(copy)) {
                Files.copy(source, copy);
                Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(source));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
