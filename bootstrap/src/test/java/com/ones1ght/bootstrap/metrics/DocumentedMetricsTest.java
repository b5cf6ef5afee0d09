package com.ones1ght.bootstrap.metrics;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/metrics.md} against the catalogue, in both directions and in the same order. */
class DocumentedMetricsTest {

    private static final Path PAGE = Path.of("../docs/metrics.md");

    @Test
    void everyMetricShouldBeDocumentedAndNoOther() throws IOException {
        List<String> documented = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| `\\w+` \\| (counter|gauge|histogram) .*"))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(Metric.values())
                        .map(DocumentedMetricsTest::row)
                        .toList());
    }

    private static String row(Metric metric) {
        String labels = metric.labels().stream().map(label -> "`" + label + "`").collect(joining(", "));
        return "| `%s` | %s |%s | %s | %s |"
                .formatted(
                        metric.key(),
                        metric.kind().name().toLowerCase(Locale.ROOT),
                        labels.isEmpty() ? "" : " " + labels,
                        metric.help().contains("of all nodes") ? "all nodes" : "node",
                        metric.help());
    }
}
