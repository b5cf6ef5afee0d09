package com.ones1ght.bootstrap.benchmark;

import com.ones1ght.bootstrap.e2e.PackagedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the frequent requests with their floors for a short time, and the ratios with the recorded ones. A ratio that
 * has fallen is measured once more before it counts, and the lesser of two is recorded: runs differ by a tenth, and a
 * single one proves nothing.
 */
final class RatioCheck {

    /** The code of the server has to be compiled once; what each workload needs besides is little. */
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(40);

    private static final Duration FIRST_WARM_UP_OF_FLOOR = Duration.ofSeconds(20);

    private final Options options;
    private final Report report;
    private final Map<String, Double> ratios = new LinkedHashMap<>();
    private final List<String> fallen = new ArrayList<>();

    RatioCheck(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    /** @throws IllegalStateException when a ratio has fallen */
    void run() throws IOException, SQLException {
        RecordedRatios recorded = options.isRecording()
                ? new RecordedRatios(RecordedRatios.thisMachine(), ratios)
                : RecordedRatios.read(options.ratios());
        report.heading("Ratios");
        report.text("Recorded: %s. Here: %s.", recorded.machine(), RecordedRatios.thisMachine());
        report.text("");
        report.comparisons();
        measure(recorded);
        if (options.isRecording()) {
            recorded.write(options.ratios());
        } else if (!fallen.isEmpty()) {
            throw new IllegalStateException("Slower than recorded in " + options.ratios() + ":\n  "
                    + String.join("\n  ", fallen)
                    + "\nIf that is justified, record anew: ./mvnw -Pbenchmark verify -Dbenchmark.quick=record");
        }
    }

    private void measure(RecordedRatios recorded) throws IOException, SQLException {
        Path war = FloorWar.build(
                options.distribution().resolve("ones1ght.war"),
                options.distribution().resolve("benchmark").resolve("floor.war"));
        try (PackagedServer server = PackagedServer.start(Map.of("ones1ght.war", war.toString()))) {
            Map<Workload, Workload> kickoffs = new LinkedHashMap<>();
            try (Shop shop = new Shop(server)) {
                shop.createFloor();
                Workloads workloads = new Workloads(shop, server);
                Map<Workload, Workload> reads = workloads.reads(1);
                Workload floor = workloads.floorOfKickoffs();
                kickoffs.put(workloads.kickoffsOfManyTenants(), floor);
                kickoffs.put(workloads.kickoffsOfOneTenant(), floor);
                shop.awaitQuiet();
                compare(server, reads, recorded);
            }
            // Without the rounds, which would run on after the block and beside the next one.
            server.stop();
            server.startAgain(Map.of("ones1ght.runner.enabled", "false"));
            compare(server, kickoffs, recorded);
        }
    }

    private void compare(PackagedServer server, Map<Workload, Workload> workloads, RecordedRatios recorded)
            throws IOException {
        try (Load load =
                new Load(URI.create(server.baseUrl()), options.connections().get(0))) {
            Map.Entry<Workload, Workload> first =
                    workloads.entrySet().iterator().next();
            load.asFastAsPossible(first.getKey(), FIRST_WARM_UP);
            load.asFastAsPossible(first.getValue(), FIRST_WARM_UP_OF_FLOOR);
            for (Map.Entry<Workload, Workload> workload : workloads.entrySet()) {
                String name = workload.getKey().name();
                double ratio = compare(server, load, workload);
                if (options.isRecording()) {
                    ratio = Math.min(ratio, compare(server, load, workload));
                } else if (isFallen(recorded, name, ratio)) {
                    ratio = Math.max(ratio, compare(server, load, workload));
                    if (isFallen(recorded, name, ratio)) {
                        fallen.add("%s: %.2f, at least %.2f expected"
                                .formatted(name, ratio, recorded.least(name).orElse(Double.NaN)));
                    }
                }
                ratios.put(name, ratio);
            }
        }
    }

    /** A workload that was not recorded is to be recorded, or would never be checked. */
    private static boolean isFallen(RecordedRatios recorded, String workload, double ratio) {
        return recorded.least(workload).map(least -> ratio < least).orElse(true);
    }

    private double compare(PackagedServer server, Load load, Map.Entry<Workload, Workload> workload)
            throws IOException {
        CpuClock cpu = new CpuClock(() -> List.of(server.launcher(), server.postgres()));
        Comparison comparison =
                Comparison.measure(load, cpu, workload.getKey(), workload.getValue(), 0, options.plan(), () -> {});
        report.comparison(comparison);
        return comparison.speed();
    }
}
