package com.ones1ght.bootstrap.benchmark;

import com.ones1ght.bootstrap.e2e.ManyRounds;
import com.ones1ght.bootstrap.e2e.PackagedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ./mvnw -Pbenchmark verify}: starts the packaged server, measures, prints. */
public final class Benchmark {

    private static final int[] ROUNDS = {1, 8, 50};
    private static final int OPEN_LOOP_CONNECTIONS = 64;
    private static final Duration RECORDING = Duration.ofSeconds(10);
    private static final int START_UPS = 5;
    private static final int MANY = 2_000;
    private static final Duration RUN_OF_A_MODEL = Duration.ofSeconds(46);

    private final Options options;
    private final Report report;
    private final Map<String, Comparison> measured = new LinkedHashMap<>();

    private Benchmark(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    /**
     * Runs the parts that were asked for.
     *
     * @param args none; see {@link Options}
     */
    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        Options options = Options.read();
        Path file = options.distribution().resolve("benchmark").resolve("report.md");
        new Benchmark(options, new Report(file, System.out)).run();
        System.out.println("\nAlso in " + file);
    }

    private void run() throws IOException, SQLException, InterruptedException {
        if (options.has("reads") || options.has("kickoff") || options.has("paused") || options.has("statements")) {
            try (PackagedServer server =
                    PackagedServer.start(Map.of("ones1ght.war", floorWar().toString()))) {
                measure(server);
            }
        }
        if (options.has("ratios")) {
            new RatioCheck(options, report).run();
        }
        if (options.has("strangers")) {
            inShop(
                    "What is somebody else's beside what does not exist: medians, in turn on one connection",
                    (server, shop) -> new Strangers(shop, server, report).measure());
        }
        if (options.has("events")) {
            inShop("Triggers and the live stream", (server, shop) -> new Events(shop, server, report).measure());
        }
        if (options.has("waiters")) {
            inShop("Polls that wait", (server, shop) -> new Waiters(shop, server, report).measure());
        }
        if (options.has("peer")) {
            inShop("Beside LangGraph.js", (server, shop) -> new Peer(shop, server, options, report)
                    .measure(options.peer()));
        }
        if (options.has("rounds")) {
            report.heading("Rounds in flight at once, a model that takes 46 s, each polled every 2 s");
            ManyRounds.Seen seen = new ManyRounds(MANY, RUN_OF_A_MODEL).measure();
            report.text(
                    "%d of %d completed in %.0f s; %d polls, %d refused; %d looks at the model's server; %d threads more,"
                            + " %d MiB resident, %.0f s of CPU.",
                    seen.completed(),
                    MANY,
                    seen.seconds(),
                    seen.polls(),
                    seen.refused(),
                    seen.looks(),
                    seen.threads(),
                    seen.residentMib(),
                    seen.cpuSeconds());
            for (String other : seen.others()) {
                report.text("- %s", other);
            }
        }
        if (options.has("start")) {
            report.heading("Start: java -jar to the first 200");
            StartUp.measure(START_UPS, report);
        }
        if (options.has("growth")) {
            report.heading("The same with a database that has grown");
            try (PackagedServer server = PackagedServer.start(
                            Map.of("ones1ght.war", floorWar().toString()));
                    Shop shop = new Shop(server)) {
                new Growth(server, shop, options, report).measure();
            }
        }
    }

    @FunctionalInterface
    private interface Part {
        void measure(PackagedServer server, Shop shop) throws IOException, SQLException, InterruptedException;
    }

    /** With a server of its own. */
    private void inShop(String heading, Part part) throws IOException, SQLException, InterruptedException {
        report.heading(heading);
        try (PackagedServer server = PackagedServer.start();
                Shop shop = new Shop(server)) {
            part.measure(server, shop);
        }
    }

    private Path floorWar() throws IOException {
        return FloorWar.build(
                options.distribution().resolve("ones1ght.war"),
                options.distribution().resolve("benchmark").resolve("floor.war"));
    }

    /** Runs a workload and its floor once more, and records each. */
    private void record(PackagedServer server, Load load, Workload product, Workload floor, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        ServerProcess process = new ServerProcess(server.process().pid());
        for (Workload workload : List.of(product, floor)) {
            String name = workload.name().replaceAll("[^a-z0-9]+", "-") + ".jfr";
            process.record(folder.resolve(name), () -> load.asFastAsPossible(workload, RECORDING));
        }
    }

    private void measure(PackagedServer server) throws IOException, SQLException, InterruptedException {
        Map<Workload, Workload> reads;
        Workload manyTenants;
        Workload oneTenant;
        Workload floor;
        try (Shop shop = new Shop(server)) {
            shop.createFloor();
            Workloads workloads = new Workloads(shop, server);
            reads = workloads.reads(ROUNDS);
            manyTenants = workloads.kickoffsOfManyTenants();
            oneTenant = workloads.kickoffsOfOneTenant();
            floor = workloads.floorOfKickoffs();
            shop.awaitQuiet();
            if (options.has("reads")) {
                measureReads(server, shop, reads);
            }
            if (options.has("kickoff")) {
                report.heading("Kickoff, with the rounds running in the background");
                measureKickoffs(server, shop, List.of(manyTenants, oneTenant), floor, shop::putOffBacklog);
                measureCompletedRounds(server, shop, manyTenants, floor);
            }
        }
        if (options.has("paused") || options.has("statements")) {
            server.stop();
            server.startAgain(Map.of("ones1ght.runner.enabled", "false"));
            try (Shop shop = new Shop(server)) {
                if (options.has("paused")) {
                    report.heading("Kickoff, with the runner switched off");
                    measureKickoffs(server, shop, List.of(manyTenants, oneTenant), floor, () -> {});
                }
                if (options.has("statements")) {
                    countStatements(server, shop, reads, List.of(manyTenants, floor));
                }
            }
        }
    }

    private void measureReads(PackagedServer server, Shop shop, Map<Workload, Workload> reads)
            throws IOException, InterruptedException {
        report.heading("Reads");
        report.comparisons();
        for (int connections : options.connections()) {
            try (Load load = new Load(URI.create(server.baseUrl()), connections)) {
                for (Map.Entry<Workload, Workload> read : reads.entrySet()) {
                    compare(server, shop, load, read.getKey(), read.getValue(), () -> {});
                }
            }
        }
        report.text("");
        int connections = options.connections().get(0);
        Comparison one = measured.get(Workloads.pollOf(ROUNDS[0]) + connections);
        for (int i = 1; i < ROUNDS.length; i++) {
            Comparison more = measured.get(Workloads.pollOf(ROUNDS[i]) + connections);
            if (one != null && more != null) {
                report.perRound(one, ROUNDS[0], more, ROUNDS[i]);
            }
        }
    }

    private void measureKickoffs(
            PackagedServer server, Shop shop, List<Workload> kickoffs, Workload floor, Runnable settle)
            throws IOException, InterruptedException {
        report.comparisons();
        for (int connections : options.connections()) {
            try (Load load = new Load(URI.create(server.baseUrl()), connections)) {
                // All of them first: otherwise the first one would be measured while its code is compiled.
                for (Workload kickoff : kickoffs) {
                    Comparison.warmUp(load, kickoff, options.plan());
                    settle.run();
                }
                for (Workload kickoff : kickoffs) {
                    compare(server, shop, load, kickoff, floor, settle);
                }
                reportRefused(load);
            }
        }
    }

    private void compare(PackagedServer server, Shop shop, Load load, Workload product, Workload floor, Runnable settle)
            throws IOException, InterruptedException {
        if (!options.wants(product)) {
            return;
        }
        Comparison comparison =
                Comparison.measure(load, cpu(server), product, floor, shop.bytesOf(product), options.plan(), settle);
        measured.put(product.name() + load.size(), comparison);
        report.comparison(comparison);
        Path recordings = options.recordings();
        if (recordings != null) {
            record(server, load, product, floor, recordings);
            settle.run();
        }
    }

    private void measureCompletedRounds(PackagedServer server, Shop shop, Workload kickoff, Workload floor)
            throws IOException {
        CompletedRounds rounds = new CompletedRounds(shop, kickoff, cpu(server), options.plan());
        double sustained;
        try (Load load =
                new Load(URI.create(server.baseUrl()), options.connections().get(0))) {
            sustained = rounds.measureThroughput(load, floor, report);
            reportRefused(load);
        }
        try (Load load = new Load(URI.create(server.baseUrl()), OPEN_LOOP_CONNECTIONS)) {
            rounds.measureOpenLoop(load, sustained, report);
            reportRefused(load);
        }
    }

    private static CpuClock cpu(PackagedServer server) {
        return new CpuClock(() -> List.of(server.launcher(), server.postgres()));
    }

    private void reportRefused(Load load) throws IOException {
        if (load.refused() > 0) {
            report.text("");
            report.text("%d requests of %d connections were refused by 503.", load.refused(), load.size());
        }
    }

    private void countStatements(PackagedServer server, Shop shop, Map<Workload, Workload> reads, List<Workload> writes)
            throws IOException, SQLException, InterruptedException {
        report.heading("SQL statements per request");
        StatementLog log = new StatementLog(server);
        List<Workload> all = new ArrayList<>(reads.keySet());
        all.add(reads.values().iterator().next());
        all.addAll(writes);
        for (Workload workload : all) {
            report.statements(workload.name(), log.perRequest(shop, workload));
        }
        log.stop();
    }
}
