package com.ones1ght.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules with their reasons and results, as text and as HTML.
 *
 * @param subject what was checked, such as "OneS1ght Gateway 1.0.0"
 * @param classes the number of checked classes
 * @param results in the order of the report
 */
public record ArchitectureReport(String subject, Instant at, int classes, List<RuleResult> results) {

    public static final String TEXT = "report.txt";
    public static final String PAGE = "report.html";

    public ArchitectureReport {
        results = List.copyOf(results);
    }

    /** Writes {@value #TEXT} and {@value #PAGE} into a folder, which is created if missing. */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(TEXT), text());
            Files.writeString(folder.resolve(PAGE), new ReportPage(this).html());
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written into " + folder, e);
        }
    }

    /** One line: how many rules there are, and how many are violated. */
    public String summary() {
        long violated = count("VIOLATED");
        long exempt = count("exempt");
        return results.size() + " rules on " + classes + " classes: "
                + (violated == 0 ? "none violated" : violated + " violated")
                + (exempt == 0 ? "" : ", " + exempt + " exempt");
    }

    public String text() {
        StringBuilder text = new StringBuilder("Architecture of ")
                .append(subject)
                .append("\nChecked at ")
                .append(at)
                .append("\n")
                .append(summary())
                .append("\n");
        byGroup().forEach((group, rules) -> {
            text.append("\n== ").append(group).append(" ==\n");
            rules.forEach(result -> text.append("\n[")
                    .append(result.verdict())
                    .append("] ")
                    .append(result.describe())
                    .append("\n"));
        });
        return text.toString();
    }

    /** The number of rules with this verdict. */
    long count(String verdict) {
        return results.stream()
                .filter(result -> result.verdict().equals(verdict))
                .count();
    }

    /** In the order of the results. */
    Map<String, List<RuleResult>> byGroup() {
        Map<String, List<RuleResult>> groups = new LinkedHashMap<>();
        results.forEach(result -> groups.computeIfAbsent(result.group(), group -> new ArrayList<>())
                .add(result));
        return groups;
    }
}
