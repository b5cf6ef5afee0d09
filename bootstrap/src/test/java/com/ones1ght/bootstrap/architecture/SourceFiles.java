package com.ones1ght.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source files of classes. */
final class SourceFiles {

    private static final Path REPOSITORY = Path.of(System.getProperty("basedir", "."), "..");
    private static final List<String> FOLDERS = List.of("src/main/java", "src/test/java");
    private static final List<Path> ROOTS = roots();

    private SourceFiles() {}

    /** The lines of a class's source file; empty when there is none. */
    static List<String> linesOf(JavaClass type) {
        String file = type.getPackageName().replace('.', '/') + "/"
                + type.getSource().flatMap(Source::getFileName).orElse("unknown");
        return ROOTS.stream()
                .map(root -> root.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .map(SourceFiles::lines)
                .orElse(List.of());
    }

    private static List<Path> roots() {
        try (Stream<Path> modules = Files.list(REPOSITORY)) {
            return modules.flatMap(module -> FOLDERS.stream().map(module::resolve))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
