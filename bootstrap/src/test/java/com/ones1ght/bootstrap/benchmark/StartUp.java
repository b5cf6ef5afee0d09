package com.ones1ght.bootstrap.benchmark;

import com.ones1ght.bootstrap.e2e.FreePort;
import com.ones1ght.bootstrap.e2e.PackagedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From {@code java -jar} to the first 200 of the API and on through the first requests, as a client sees it. */
final class StartUp {

    /** A thousand requests. */
    private static final double FIRST_PER_SECOND = 200;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final int FIRST_CONNECTIONS = 16;
    private static final String KEY = "osk_demo_" + "0".repeat(64);

    private StartUp() {}

    static void measure(int runs, Report report) throws IOException, InterruptedException, SQLException {
        List<Double> fresh = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        List<Double> ready = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            int port = FreePort.next();
            try (PackagedServer server = PackagedServer.prepare(Map.of("ones1ght.http.port", Integer.toString(port)))) {
                Files.writeString(
                        server.dataDir().resolve("demo.env"),
                        "SDK_KEY=" + KEY + "\nADMIN_KEY=oak_demo_" + "0".repeat(64));
                fresh.add(secondsToFirstAnswer(server, port));
                resident.add((double) new ServerProcess(server.process().pid()).residentMib());
                byte[] kickoff;
                try (Shop shop = new Shop(server)) {
                    kickoff = shop.newShopper(KEY).kickoff(Shop.prompt(0));
                }
                server.stop();
                again.add(secondsToFirstAnswer(server, port));
                ready.add(secondsUntilReady(server, port));
                try (Load load = new Load(URI.create("http://127.0.0.1:" + port), FIRST_CONNECTIONS)) {
                    Workload kickoffs = new Workload("kickoff", 202, List.of(kickoff));
                    first.add(load.atConstantRate(kickoffs, FIRST_PER_SECOND, FIRST)
                            .millis(0.99));
                }
            }
        }
        report("empty data directory (goal: 7)", "s", fresh, report);
        report("existing data (goal: 5)", "s", again, report);
        report("from the first answer until the node is ready", "s", ready, report);
        report("p99 of the first 1,000 kickoffs after that, 200 per second (goal: 100)", "ms", first, report);
        report("resident after the start, without PostgreSQL (goal: 350)", "MiB", resident, report);
    }

    private static void report(String name, String unit, List<Double> values, Report report) throws IOException {
        report.text(
                "- %s: median %.1f %s of %d runs (%.1f to %.1f)",
                name,
                Figures.median(values.stream().mapToDouble(Double::doubleValue).toArray()),
                unit,
                values.size(),
                values.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                values.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    private static double secondsToFirstAnswer(PackagedServer server, int port) throws InterruptedException {
        long start = System.nanoTime();
        server.launch();
        return secondsUntilOk(start, "/v1/validation", server, port);
    }

    /** From now on. */
    private static double secondsUntilReady(PackagedServer server, int port) throws InterruptedException {
        return secondsUntilOk(System.nanoTime(), "/health/ready", server, port);
    }

    private static double secondsUntilOk(long start, String path, PackagedServer server, int port)
            throws InterruptedException {
        byte[] request = Requests.get(path, KEY);
        while (System.nanoTime() - start < 120_000_000_000L) {
            try (HttpConnection connection = new HttpConnection(URI.create("http://127.0.0.1:" + port))) {
                if (connection.exchange(request) == 200) {
                    return (System.nanoTime() - start) / 1e9;
                }
            } catch (IOException e) {
                // Nobody is there yet.
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("The server does not answer " + path + " with 200:\n" + server.output());
    }
}
