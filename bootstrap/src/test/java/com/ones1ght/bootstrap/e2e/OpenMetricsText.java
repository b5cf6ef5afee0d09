package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Metrics in OpenMetrics 1.0, read strictly: anything that the specification does not allow, or that the gateway has no use
 * for, fails the test.
 *
 * @param samples the values by name and sorted labels, as in {@code name{a="b"}}
 * @param types of the families
 */
record OpenMetricsText(Map<String, Double> samples, Map<String, String> types) {

    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern META = Pattern.compile("# (TYPE|HELP|UNIT) (" + NAME + ") (.+)");
    private static final Pattern SAMPLE = Pattern.compile("(" + NAME + ")(?:\\{(.+)})? (\\S+)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(?:,|$)");

    private static final Map<String, Set<String>> SUFFIXES =
            Map.of("counter", Set.of("_total"), "gauge", Set.of(""), "histogram", Set.of("_bucket", "_count", "_sum"));

    static OpenMetricsText parse(String text) {
        assertThat(text).endsWith("\n# EOF\n");
        OpenMetricsText parsed = new OpenMetricsText(new LinkedHashMap<>(), new HashMap<>());
        List<String> lines = text.lines().toList();
        String family = "";
        Set<String> helped = new HashSet<>();
        for (String line : lines.subList(0, lines.size() - 1)) {
            Matcher meta = META.matcher(line);
            if (!meta.matches()) {
                parsed.add(family, line);
            } else if (meta.group(1).equals("TYPE")) {
                family = meta.group(2);
                assertThat(parsed.types.put(family, meta.group(3)))
                        .as("one block for " + family)
                        .isNull();
                assertThat(SUFFIXES).as(line).containsKey(meta.group(3));
            } else {
                assertThat(meta.group(2)).as(line).isEqualTo(family);
                assertThat(helped.add(meta.group(1) + family)).as(line).isTrue();
            }
        }
        parsed.checkHistograms();
        return parsed;
    }

    private void add(String family, String line) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        String name = sample.group(1);
        assertThat(name).as(line).startsWith(family);
        assertThat(SUFFIXES.get(types.get(family))).as(line).contains(name.substring(family.length()));
        double value = Double.parseDouble(sample.group(3).replace("+Inf", "Infinity"));
        if (!types.get(family).equals("gauge")) {
            assertThat(value).as(line).isNotNegative().isFinite();
        }
        String key = sample.group(2) == null ? name : name + labels(line, sample.group(2));
        assertThat(samples.put(key, value)).as("once: " + line).isNull();
    }

    private static String labels(String line, String text) {
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(text);
        int end = 0;
        while (end < text.length()) {
            assertThat(label.find(end) && label.start() == end).as(line).isTrue();
            assertThat(labels.put(label.group(1), label.group(2))).as(line).isNull();
            end = label.end();
        }
        StringBuilder sorted = new StringBuilder();
        labels.forEach((name, value) -> sorted.append(sorted.isEmpty() ? "{" : ",")
                .append(name)
                .append("=\"")
                .append(value)
                .append('"'));
        return sorted.append('}').toString();
    }

    private void checkHistograms() {
        Map<String, Double> before = new HashMap<>();
        samples.forEach((key, value) -> {
            if (key.contains("_bucket{")) {
                String series = key.replaceAll("(,?)le=\"[^\"]*\"", "").replace("{,", "{");
                assertThat(value).as(key).isGreaterThanOrEqualTo(before.getOrDefault(series, 0.0));
                before.put(series, value);
            }
        });
        before.forEach((series, last) -> assertThat(samples.get(series.replace("_bucket{", "_count{")))
                .as(series)
                .isEqualTo(last));
    }

    /** The value of a series; 0 if there is none yet. */
    double value(String series) {
        return samples.getOrDefault(series, 0.0);
    }
}
