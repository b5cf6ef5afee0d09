package com.ones1ght.bootstrap.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen, by system properties.
 *
 * @param distribution {@code benchmark.distribution}: the folder of ones1ght.jar and its WAR
 * @param parts {@code benchmark.parts}: some of reads, kickoff, paused, statements, strangers, events, waiters, rounds,
 *     start, growth, ratios, peer
 * @param workloads {@code benchmark.workloads}: of the reads and kickoffs, those whose names match this regular expression
 * @param recordings {@code benchmark.recordings}: a folder for recordings of Flight Recorder, one of each workload and one
 *     of its floor; null for {@code none}
 * @param connections {@code benchmark.connections}: numbers of connections to measure with
 * @param plan {@code benchmark.blocks} pairs of blocks of {@code benchmark.seconds} each, after a warm-up of
 *     {@code benchmark.warm-up} seconds at least and four times as many at most
 * @param growth {@code benchmark.growth}: how many rounds the database is grown by
 * @param peer {@code benchmark.peer}: where the peer of that part listens
 * @param ratios {@code benchmark.ratios}: the file of the recorded ratios
 * @param isRecording whether {@code benchmark.quick} is {@code record}: the ratios are written there, not checked
 */
record Options(
        Path distribution,
        List<String> parts,
        Pattern workloads,
        @Nullable Path recordings,
        List<Integer> connections,
        Comparison.Plan plan,
        int growth,
        URI peer,
        Path ratios,
        boolean isRecording) {

    static Options read() {
        int warmUp = Integer.getInteger("benchmark.warm-up", 15);
        return new Options(
                Path.of(System.getProperty("benchmark.distribution", "target")).toAbsolutePath(),
                list("benchmark.parts", "reads,kickoff,paused,statements,strangers,events,waiters,rounds,start,growth"),
                Pattern.compile(System.getProperty("benchmark.workloads", ".*")),
                folder(System.getProperty("benchmark.recordings", "none")),
                list("benchmark.connections", "16,64").stream()
                        .map(Integer::valueOf)
                        .toList(),
                new Comparison.Plan(
                        Integer.getInteger("benchmark.blocks", 7),
                        Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 3)),
                        Duration.ofSeconds(warmUp),
                        Duration.ofSeconds(4L * warmUp)),
                Integer.getInteger("benchmark.growth", 1_000_000),
                URI.create(System.getProperty("benchmark.peer", "http://127.0.0.1:8901")),
                Path.of(System.getProperty("benchmark.ratios", "src/test/benchmark/ratios.properties")),
                System.getProperty("benchmark.quick", "").equals("record"));
    }

    private static @Nullable Path folder(String path) {
        return path.equals("none") ? null : Path.of(path).toAbsolutePath();
    }

    boolean wants(Workload workload) {
        return workloads.matcher(workload.name()).matches();
    }

    boolean has(String part) {
        return parts.contains(part);
    }

    private static List<String> list(String property, String otherwise) {
        return Arrays.stream(System.getProperty(property, otherwise).split(","))
                .map(String::strip)
                .toList();
    }
}
