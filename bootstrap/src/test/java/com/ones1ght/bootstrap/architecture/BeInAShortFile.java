package com.ones1ght.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source file of a class has at most so many lines. One that is not found is a violation. */
final class BeInAShortFile extends ArchCondition<JavaClass> {

    private static final Path REPOSITORY = Path.of(System.getProperty("basedir", "."), "..");
    private static final List<String> SOURCES = List.of("src/main/java", "src/test/java");

    private final int maxLines;
    private final List<Path> roots;

    BeInAShortFile(int maxLines) {
        super("be in a file of at most " + maxLines + " lines");
        this.maxLines = maxLines;
        this.roots = roots();
    }

    @Override
    public void check(JavaClass checked, ConditionEvents events) {
        String file = checked.getPackageName().replace('.', '/') + "/"
                + checked.getSource().flatMap(Source::getFileName).orElse("unknown");
        List<Path> found = roots.stream()
                .map(root -> root.resolve(file))
                .filter(Files::exists)
                .toList();
        if (found.isEmpty()) {
            events.add(SimpleConditionEvent.violated(checked, "No source file was found of " + checked.getName()));
        }
        for (Path source : found) {
            long lines = lines(source);
            events.add(new SimpleConditionEvent(
                    checked, lines <= maxLines, checked.getName() + " is in a file of " + lines + " lines"));
        }
    }

    private static List<Path> roots() {
        try (Stream<Path> modules = Files.list(REPOSITORY)) {
            return modules.flatMap(module -> SOURCES.stream().map(module::resolve))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
