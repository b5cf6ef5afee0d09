package com.ones1ght.bootstrap.benchmark;

import com.ones1ght.bootstrap.e2e.FreePort;
import com.ones1ght.bootstrap.e2e.PackagedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From {@code java -jar} to the first 200 of the API, as a client sees it. */
final class StartUp {

    private static final String KEY = "osk_demo_" + "0".repeat(64);

    private StartUp() {}

    static void measure(int runs, Report report) throws IOException, InterruptedException {
        List<Double> fresh = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            int port = FreePort.next();
            try (PackagedServer server = PackagedServer.prepare(Map.of("ones1ght.http.port", Integer.toString(port)))) {
                Files.writeString(
                        server.dataDir().resolve("demo.env"),
                        "SDK_KEY=" + KEY + "\nADMIN_KEY=oak_demo_" + "0".repeat(64));
                fresh.add(secondsToFirstAnswer(server, port));
                server.stop();
                again.add(secondsToFirstAnswer(server, port));
            }
        }
        report("empty data directory", fresh, report);
        report("existing data", again, report);
    }

    private static void report(String name, List<Double> seconds, Report report) throws IOException {
        report.text(
                "- %s: median %.1f s of %d runs (%.1f to %.1f s)",
                name,
                Figures.median(seconds.stream().mapToDouble(Double::doubleValue).toArray()),
                seconds.size(),
                seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    private static double secondsToFirstAnswer(PackagedServer server, int port) throws InterruptedException {
        byte[] request = Requests.get("/v1/validation", KEY);
        long start = System.nanoTime();
        server.launch();
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
        throw new IllegalStateException("The server did not start:\n" + server.output());
    }
}
