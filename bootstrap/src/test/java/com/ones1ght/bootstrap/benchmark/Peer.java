package com.ones1ght.bootstrap.benchmark;

import com.ones1ght.bootstrap.benchmark.Shop.Shopper;
import com.ones1ght.bootstrap.e2e.PackagedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kickoffs and polls in turn with those of a LangGraph.js development server, which somebody has started from
 * {@code src/test/benchmark/peer}: a graph of four steps, kept in memory.
 */
final class Peer {

    private static final int CHATS = 64;
    private static final Pattern THREAD = Pattern.compile("\"thread_id\":\"([^\"]+)\"");
    private static final String RUN = """
            {"assistant_id":"dinner","input":{"prompt":"%s"},"on_completion":"keep"}""";

    private final Shop shop;
    private final PackagedServer server;
    private final Options options;
    private final Report report;

    Peer(Shop shop, PackagedServer server, Options options, Report report) {
        this.shop = shop;
        this.server = server;
        this.options = options;
        this.report = report;
    }

    void measure(URI peer) throws IOException {
        List<byte[]> kickoffs = new ArrayList<>();
        List<byte[]> polls = new ArrayList<>();
        List<byte[]> runs = new ArrayList<>();
        List<byte[]> states = new ArrayList<>();
        try (HttpConnection http = new HttpConnection(peer)) {
            for (int i = 0; i < CHATS; i++) {
                Shopper shopper = shop.newShopper(server.sdkKey());
                polls.add(shopper.poll(shop.completedChat(shopper, 1)));
                kickoffs.add(shopper.kickoff(Shop.prompt(i)));
                byte[] run = Requests.post("/runs", "none", RUN.formatted(Shop.prompt(i)));
                states.add(Requests.get("/threads/" + completedThread(http, run) + "/state", "none"));
                runs.add(run);
            }
            report.text("| what | connections | gateway req/s | bytes | peer req/s | bytes |");
            report.text("|---|--:|--:|--:|--:|--:|");
            compare(new Workload("kickoff, rounds running", 202, kickoffs), new Workload("run", 200, runs), peer);
            compare(new Workload("poll of a completed round", 200, polls), new Workload("state", 200, states), peer);
        }
    }

    private static String completedThread(HttpConnection http, byte[] run) throws IOException {
        Matcher thread = THREAD.matcher(http.call(run).text());
        if (!thread.find()) {
            throw new IllegalStateException("The peer has started no run");
        }
        byte[] state = Requests.get("/threads/" + thread.group(1) + "/state", "none");
        long patience = System.nanoTime() + 60_000_000_000L;
        while (!http.call(state).text().contains("\"backList\"")) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("A run of the peer does not complete");
            }
            Shop.pause(20);
        }
        return thread.group(1);
    }

    private void compare(Workload product, Workload ofPeer, URI peer) throws IOException {
        Comparison.Plan plan = options.plan();
        int connections = options.connections().get(0);
        try (Load load = new Load(URI.create(server.baseUrl()), connections);
                Load beside = new Load(peer, connections)) {
            Comparison.warmUp(load, product, plan);
            shop.putOffBacklog();
            Comparison.warmUp(beside, ofPeer, plan);
            double[] own = new double[plan.blocks()];
            double[] other = new double[plan.blocks()];
            for (int i = 0; i < plan.blocks(); i++) {
                own[i] = load.asFastAsPossible(product, plan.block()).perSecond();
                shop.putOffBacklog();
                other[i] = beside.asFastAsPossible(ofPeer, plan.block()).perSecond();
            }
            report.text(
                    "| %s | %d | %.0f | %d | %.0f | %d |",
                    product.name(),
                    connections,
                    Figures.median(own),
                    shop.bytesOf(product),
                    Figures.median(other),
                    bytes(peer, ofPeer.requests().get(0)));
        }
    }

    private static int bytes(URI peer, byte[] request) throws IOException {
        try (HttpConnection http = new HttpConnection(peer)) {
            return http.call(request).text().getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
