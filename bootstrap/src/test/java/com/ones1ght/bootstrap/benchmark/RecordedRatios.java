package com.ones1ght.bootstrap.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ratios to the floor that a machine has reached, in a file that is kept with the sources.
 *
 * @param machine where they were measured
 * @param ratios by the names of the workloads
 */
record RecordedRatios(String machine, Map<String, Double> ratios) {

    /** A ratio may vary by this share of the recorded one. */
    static final double TOLERANCE = 0.2;

    private static final String MACHINE = "machine";

    static RecordedRatios read(Path file) throws IOException {
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        String machine = properties.getProperty(MACHINE, "unknown");
        properties.remove(MACHINE);
        Map<String, Double> ratios = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, name -> Double.valueOf(properties.getProperty(name))));
        return new RecordedRatios(machine, ratios);
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Speed as a share of the floor's, written by ./mvnw -Pbenchmark verify -Dbenchmark.quick=record");
        lines.add(MACHINE + "=" + machine);
        ratios.forEach((name, ratio) -> lines.add(String.format(Locale.ROOT, "%s=%.2f", key(name), ratio)));
        Files.write(file, lines);
    }

    /** The least ratio that is no regression; empty for a workload that was not recorded. */
    Optional<Double> least(String workload) {
        return Optional.ofNullable(ratios.get(key(workload))).map(recorded -> recorded * (1 - TOLERANCE));
    }

    /** Without characters that property files escape. */
    private static String key(String workload) {
        return workload.replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** This machine, as far as it matters for speed. */
    static String thisMachine() throws IOException {
        return "%d cores, %s, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.version"));
    }

    private static String processor() throws IOException {
        Path known = Path.of("/proc/cpuinfo");
        if (!Files.exists(known)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(known)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
