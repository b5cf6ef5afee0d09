package com.ones1ght.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the list of settings in the documentation against the code, in both directions. */
class DocumentedSettingsArchitectureTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("basedir", "."), "..");

    /** A whole string literal, or the name of a setting that the server puts in. */
    private static final Pattern IN_CODE = Pattern.compile("\"(?:\\$\\{MPCONFIG=)?(ones1ght\\.[a-z0-9.-]*[a-z0-9])}?\"");

    private static final Pattern IN_TABLES = Pattern.compile("(?m)^\\| `(ones1ght\\.[a-z0-9.-]+)` \\|");

    /** What the launcher's two processes tell each other, and names of files. */
    private static final Predicate<String> INTERNAL =
            Pattern.compile("ones1ght\\.(launcher\\..*|jar|war)").asMatchPredicate();

    @Test
    void theGuideShouldNameTheSettingsThatThereAre() {
        String guide = text(REPOSITORY.resolve("docs").resolve("configuration.md"));

        assertThat(names(IN_TABLES, guide)).isNotEmpty().isEqualTo(settingsOfTheCode());
    }

    private static Set<String> settingsOfTheCode() {
        try (Stream<Path> files = Files.walk(REPOSITORY, 20)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
                    .flatMap(file -> names(IN_CODE, text(file)).stream())
                    .filter(INTERNAL.negate())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
