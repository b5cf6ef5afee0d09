package com.ones1ght.bootstrap.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what was measured as it comes in, and keeps it in a file. */
final class Report {

    private static final String HEAD = """
            | what | conn. | bytes | req/s | p50 ms | p99 ms | CPU s/1000 | floor req/s | p50 ms | p99 ms | CPU s/1000 \
            | speed / floor | goal | CPU floor / own |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|""";

    private final Path file;
    private final PrintStream console;
    private final List<String> lines = new ArrayList<>();

    Report(Path file, PrintStream console) {
        this.file = file;
        this.console = console;
    }

    void heading(String text) throws IOException {
        line("");
        line("## " + text);
        line("");
    }

    void comparisons() throws IOException {
        HEAD.lines().forEach(this::add);
        save();
    }

    void comparison(Comparison c) throws IOException {
        line(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.0f | %.2f | %.2f | %.3f | %.0f | %.2f | %.2f | %.3f | **%.2f** | %s | %.2f |",
                c.product().name(),
                c.connections(),
                c.bytes(),
                c.productSide().perSecond(),
                c.productSide().p50(),
                c.productSide().p99(),
                c.productSide().cpuSecondsPerThousand(),
                c.floorSide().perSecond(),
                c.floorSide().p50(),
                c.floorSide().p99(),
                c.floorSide().cpuSecondsPerThousand(),
                c.speed(),
                c.goal().map(goal -> String.format(Locale.ROOT, "%.2f", goal)).orElse(""),
                c.thrift()));
    }

    /** What each further round of a chat adds to the time of a poll. */
    void perRound(Comparison small, int smallRounds, Comparison large, int largeRounds) throws IOException {
        int rounds = largeRounds - smallRounds;
        line(String.format(
                Locale.ROOT,
                "Each further round (%d to %d, %d connections): %.0f µs of CPU in the product, %.0f µs in the floor of the"
                        + " same bytes.",
                smallRounds,
                largeRounds,
                small.connections(),
                1000 * (cpu(large.productSide()) - cpu(small.productSide())) / rounds,
                1000 * (cpu(large.floorSide()) - cpu(small.floorSide())) / rounds));
    }

    private static double cpu(Side side) {
        return side.cpuSecondsPerThousand();
    }

    void statements(String workload, Map<String, Double> perRequest) throws IOException {
        double sum =
                perRequest.values().stream().mapToDouble(Double::doubleValue).sum();
        line(String.format(Locale.ROOT, "- %s: **%.2f**", workload, sum));
        for (Map.Entry<String, Double> statement : perRequest.entrySet()) {
            line(String.format(Locale.ROOT, "  - %.2f × `%s`", statement.getValue(), statement.getKey()));
        }
    }

    void text(String format, Object... arguments) throws IOException {
        line(String.format(Locale.ROOT, format, arguments));
    }

    private void line(String line) throws IOException {
        add(line);
        save();
    }

    private void add(String line) {
        console.println(line);
        lines.add(line);
    }

    private void save() throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }
}
