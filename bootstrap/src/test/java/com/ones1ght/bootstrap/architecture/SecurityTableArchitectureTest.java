package com.ones1ght.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the tests named in the documentation with the existing ones. */
class SecurityTableArchitectureTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("basedir", "."), "..");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| API(\\d+) [^|]+\\|[^|]+\\|([^|]+)\\|$");

    @Test
    void everyRiskShouldHaveTestsThatAreThere() throws IOException {
        String page = Files.readString(REPOSITORY.resolve("docs").resolve("security.md"));
        Set<String> tests = names(REPOSITORY);

        assertThat(ROW.matcher(page).results().map(row -> Integer.parseInt(row.group(1))))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(ROW.matcher(page).results())
                .allSatisfy(row -> assertThat(TEST.matcher(row.group(2)).results())
                        .as("API%s", row.group(1))
                        .isNotEmpty());
        assertThat(TEST.matcher(page).results().map((MatchResult test) -> test.group(1)))
                .allSatisfy(test -> assertThat(tests).contains(test));
    }

    private static Set<String> names(Path repository) throws IOException {
        try (Stream<Path> files = Files.walk(repository)) {
            return files.filter(file -> file.toString().contains("src/test/java"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
