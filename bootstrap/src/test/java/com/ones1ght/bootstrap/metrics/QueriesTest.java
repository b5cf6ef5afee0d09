package com.ones1ght.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ones1ght.bootstrap.metrics.Metric.Kind;
import com.ones1ght.bootstrap.metrics.PromQuery.Selector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds the queries of the dashboard and of the alerts against the catalogue, and the alerts against their runbook. */
class QueriesTest {

    private static final Path DOCS = Path.of("../docs");

    /** Labels that Prometheus adds. */
    private static final Set<String> OF_THE_TARGET = Set.of("job", "instance");

    private static final Set<String> RATES = Set.of("rate", "increase");

    @ParameterizedTest
    @MethodSource({"queriesOfAlerts", "queriesOfTheDashboard"})
    void queriesShouldSuitTheMetrics(String query) {
        PromQuery parsed = PromQuery.parse(query);

        Set<String> labels = new HashSet<>(OF_THE_TARGET);
        for (Selector selector : parsed.selectors()) {
            assertThat(problem(selector)).as(query).isEmpty();
            labels.addAll(labels(selector.metric()));
        }
        assertThat(labels).as(query).containsAll(parsed.grouping());
    }

    private static Optional<String> problem(Selector selector) {
        String name = selector.metric();
        if (name.equals("up")) {
            return Optional.empty();
        }
        Optional<Metric> found = metric(name);
        if (found.isEmpty()) {
            return Optional.of("there is no " + name);
        }
        if (!labels(name)
                .containsAll(selector.labels().stream()
                        .filter(label -> !OF_THE_TARGET.contains(label))
                        .toList())) {
            return Optional.of(name + " does not have the labels " + selector.labels());
        }
        boolean isRate = !selector.functions().isEmpty()
                && RATES.contains(selector.functions().get(0));
        if (isRate != selector.isRange()) {
            return Optional.of(name + " has a range without a rate, or a rate without a range");
        }
        if (isRate != (found.get().kind() != Kind.GAUGE)) {
            return Optional.of("counters are read by their rate, gauges as they are: " + name);
        }
        if (found.get().help().contains("of all nodes") && !selector.functions().equals(List.of("max"))) {
            return Optional.of("every node shows the same, aggregate by max: " + name);
        }
        return Optional.empty();
    }

    private static Optional<Metric> metric(String series) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.kind() == Kind.HISTOGRAM
                        ? series.matches(metric.key() + "_(bucket|count|sum)")
                        : series.equals(metric.key()))
                .findFirst();
    }

    private static Set<String> labels(String series) {
        Set<String> labels = new HashSet<>();
        metric(series).ifPresent(metric -> labels.addAll(metric.labels()));
        if (series.endsWith("_bucket")) {
            labels.add("le");
        }
        return labels;
    }

    @Test
    void theDashboardShouldShowEveryMetric() {
        assertThat(queriesOfTheDashboard()
                        .flatMap(query -> PromQuery.parse(query).selectors().stream())
                        .flatMap(selector -> metric(selector.metric()).stream()))
                .contains(Metric.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(rate(ones1ght_rounds_settled[5m]))",
                "sum(rate(ones1ght_http_request_duration_seconds[5m]))",
                "sum(rate(ones1ght_rounds_settled_total{result=\"completed\"}[5m]))",
                "sum(ones1ght_rounds_settled_total)",
                "rate(ones1ght_rounds_held[5m])",
                "ones1ght_rounds_held[5m]",
                "sum(ones1ght_rounds_waiting)",
                "ones1ght_rounds_waiting",
                "max(ones1ght_rounds_waiting_total)"
            })
    void wrongQueriesShouldBeFound(String query) {
        assertThat(PromQuery.parse(query).selectors())
                .allSatisfy(selector -> assertThat(problem(selector)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(up", "up{job}", "rates(up[5m])", "up # no", "up{job=\"x\"", "sum by job (up)"})
    void whatIsNoQueryShouldBeRejected(String query) {
        assertThatIllegalArgumentException().isThrownBy(() -> PromQuery.parse(query));
    }

    @Test
    void everyAlertShouldHaveARunbookAndEveryRunbookItsAlert() throws IOException {
        List<String> headings = Files.readAllLines(DOCS.resolve("metrics.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();

        assertThat(alerts().map(alert -> alert.get("alert").toString()).toList())
                .isEqualTo(headings);
        assertThat(alerts()).allSatisfy(alert -> {
            Map<?, ?> annotations = (Map<?, ?>) alert.get("annotations");
            assertThat(annotations.get("runbook_url"))
                    .isEqualTo(
                            "docs/metrics.md#" + alert.get("alert").toString().toLowerCase(Locale.ROOT));
            assertThat(annotations.get("summary").toString()).endsWith(".");
            assertThat(((Map<?, ?>) alert.get("labels")).get("severity")).isIn("info", "warning", "critical");
        });
    }

    static Stream<String> queriesOfAlerts() {
        return alerts().map(alert -> alert.get("expr").toString());
    }

    private static Stream<Map<?, ?>> alerts() {
        return maps(read("operations/alerts.yaml").get("groups")).flatMap(group -> maps(group.get("rules")));
    }

    static Stream<String> queriesOfTheDashboard() {
        return maps(read("operations/dashboard.json").get("panels"))
                .filter(panel -> !panel.get("type").equals("row"))
                .flatMap(panel -> maps(panel.get("targets")))
                .map(target -> target.get("expr").toString());
    }

    private static Stream<Map<?, ?>> maps(Object list) {
        return ((List<?>) list).stream().map(element -> (Map<?, ?>) element);
    }

    /** JSON is YAML, too. */
    private static Map<?, ?> read(String file) {
        try {
            String text = Files.readString(DOCS.resolve(file));
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }
}
