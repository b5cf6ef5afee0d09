package com.ones1ght.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the list of settings in the documentation with the code. */
class DocumentedSettingsArchitectureTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("basedir", "."), "..");

    /** A whole string literal, or the name of a setting in an expression of the server. */
    private static final Pattern IN_CODE =
            Pattern.compile("\"(?:\\$\\{MPCONFIG=)?(ones1ght\\.[a-z0-9.-]*[a-z0-9])}?\"");

    private static final Pattern IN_TABLES = Pattern.compile("(?m)^\\| `(ones1ght\\.[a-z0-9.-]+)` \\|");

    /** Internal properties between the launcher's two processes, and file names. */
    private static final Predicate<String> INTERNAL =
            Pattern.compile("ones1ght\\.(launcher\\..*|jar|war)").asMatchPredicate();

    @Test
    void theGuideShouldNameEachSettingOfTheCode() {
        String guide = text(REPOSITORY.resolve("docs").resolve("configuration.md"));

        assertThat(names(IN_TABLES, guide)).isEqualTo(settingsOfTheCode());
    }

    private static Set<String> settingsOfTheCode() {
        Set<String> settings = new TreeSet<>();
        for (Path module : children(REPOSITORY)) {
            Path sources = module.resolve("src").resolve("main").resolve("java");
            if (Files.isDirectory(sources)) {
                settings.addAll(settingsBelow(sources));
            }
        }
        return settings;
    }

    private static Set<String> settingsBelow(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> names(IN_CODE, text(file)).stream())
                    .filter(INTERNAL.negate())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
