package com.ones1ght.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.architecture.AdapterRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the tables of rules in the documentation with the rules. */
class DocumentedRulesArchitectureTest {

    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "..", "docs", "architecture.md");

    @Test
    void thePageShouldListTheRulesOfTheHouseWithTheirReasons() throws IOException {
        assertThat(rows("| where | rule | because |"))
                .containsExactlyElementsOf(ProductReport.whole().results().stream()
                        .map(result -> row(result.group(), result.rule(), result.reason()))
                        .toList());
    }

    @Test
    void thePageShouldListTheRulesForAdaptersWithTheirReasons() throws IOException {
        assertThat(rows("| name | rule | because |"))
                .containsExactlyElementsOf(Stream.of(AdapterRule.values())
                        .map(rule -> row("`" + rule + "`", rule.title(), rule.reason()))
                        .toList());
    }

    private static String row(String first, String title, String reason) {
        return "| " + first + " | " + title + " | " + reason + " |";
    }

    /** The rows of the table with this head. */
    private static Stream<String> rows(String head) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"));
    }
}
