package com.ones1ght.bootstrap.benchmark;

import com.ones1ght.bootstrap.e2e.PackagedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Triggers on two nodes while readers listen, and what many open streams cost. */
final class Events {

    private static final int TRIGGERS = 10_000;

    /** As many again until their rate is stable: in a store that is open, both nodes run compiled code. */
    private static final int WARMING = 10_000;

    private static final int MOST_WARMING = 150_000;

    /** Most of the code has been compiled by then, and each of them is delivered as well. */
    private static final int MOST_WARMING_OF_SIGNAGES = 50_000;

    private static final int CLIENTS = 16;
    private static final int STREAMS = 500;
    private static final int WARM_UP = 50;
    private static final int TO_ALL = 20;
    private static final long PATIENCE_SECONDS = 600;

    private final Shop shop;
    private final PackagedServer first;
    private final Report report;
    private final ServerProcess process;
    private final AtomicInteger number = new AtomicInteger();

    Events(Shop shop, PackagedServer first, Report report) {
        this.shop = shop;
        this.first = first;
        this.report = report;
        this.process = new ServerProcess(first.process().pid());
    }

    /** What a client sends. */
    @FunctionalInterface
    private interface Trigger {

        byte[] of(int client, String recommendation);
    }

    void measure() throws IOException, InterruptedException {
        Shop.Shopper shopper = shop.newShopper(first.sdkKey());
        String chat = shop.completedChat(shopper, 1);
        String round = shop.roundOf(shopper, chat);
        Trigger coupon = (client, recommendation) -> shopper.coupon(chat, round, recommendation);
        // First, on a heap that no triggers have filled.
        measureStreams(coupon);
        try (PackagedServer second = first.startSecondNode(Map.of())) {
            measureTriggers("coupon triggers of one shopper", MOST_WARMING, second, coupon);
            measureTriggers(
                    "signage triggers of %d shoppers".formatted(CLIENTS), MOST_WARMING_OF_SIGNAGES, second, signage());
        }
    }

    /** Each client's shopper passes by the same signage again and again. */
    private Trigger signage() throws IOException {
        List<Trigger> passing = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Shop.Shopper shopper = shop.newShopper(first.sdkKey());
            String chat = shop.completedChat(shopper, 1);
            String round = shop.roundOf(shopper, chat);
            passing.add((client, recommendation) -> shopper.signage(chat, round, recommendation));
        }
        return (client, recommendation) -> passing.get(client).of(client, recommendation);
    }

    private void measureTriggers(String what, int mostWarming, PackagedServer second, Trigger trigger)
            throws IOException, InterruptedException {
        List<String> nodes = List.of(first.baseUrl(), second.baseUrl());
        // While somebody reads on either node: streams are compiled, too.
        try (EventSockets here = new EventSockets(first.baseUrl(), first.adminKey());
                EventSockets there = new EventSockets(second.baseUrl(), first.adminKey())) {
            warmUp(nodes, trigger, mostWarming, List.of(here, there));
        }
        shop.awaitDelivered();
        CpuClock cpu = new CpuClock(() -> List.of(first.launcher(), first.postgres(), second.launcher()));
        try (EventSockets here = new EventSockets(first.baseUrl(), first.adminKey());
                EventSockets there = new EventSockets(second.baseUrl(), first.adminKey())) {
            EventSockets.Reader steady = here.open(false);
            EventSockets.Reader restless = there.open(true);
            here.awaitOpen(PATIENCE_SECONDS);
            there.awaitOpen(PATIENCE_SECONDS);
            CompletableFuture<Void> all = CompletableFuture.allOf(awaiting(here, TRIGGERS), awaiting(there, TRIGGERS));
            double used = cpu.seconds();
            long start = System.nanoTime();
            send(nodes, trigger, TRIGGERS);
            double seconds = (System.nanoTime() - start) / 1e9;
            all.get();
            double seen = (System.nanoTime() - start) / 1e9;
            shop.awaitDelivered();
            double delivered = (System.nanoTime() - start) / 1e9;
            used = cpu.seconds() - used;
            report.text(
                    "%d %s, of one tenant, by %d clients at once on two nodes: %.0f/s, %.3f s of processor time per 1,000,"
                            + " all seen by both readers %.1f s after the last was accepted, and by all signages after %.1f s.",
                    TRIGGERS,
                    what,
                    CLIENTS,
                    TRIGGERS / seconds,
                    used * 1_000 / TRIGGERS,
                    seen - seconds,
                    delivered - seconds);
            requireEachOnceInOrder(steady);
            requireEachOnceInOrder(restless);
            report.text(
                    "Both readers, the steady one and the one that broke off and came back with Last-Event-ID, saw each"
                            + " event once and in order.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void warmUp(List<String> nodes, Trigger trigger, int most, List<EventSockets> streams)
            throws IOException, InterruptedException {
        for (EventSockets stream : streams) {
            stream.open(false);
            stream.awaitOpen(PATIENCE_SECONDS);
        }
        List<Double> rates = new ArrayList<>();
        for (int sent = 0; sent < most && !Comparison.isStable(rates); sent += WARMING) {
            long expected = sent + WARMING;
            CompletableFuture<?>[] reading =
                    streams.stream().map(stream -> awaiting(stream, expected)).toArray(CompletableFuture[]::new);
            long start = System.nanoTime();
            send(nodes, trigger, WARMING);
            CompletableFuture.allOf(reading).join();
            rates.add(WARMING * 1e9 / (System.nanoTime() - start));
            shop.awaitDelivered();
        }
        report.text(
                "Warmed by batches of %d triggers: %s/s.",
                WARMING, rates.stream().map(rate -> String.format("%.0f", rate)).collect(Collectors.joining(", ")));
    }

    private static void requireEachOnceInOrder(EventSockets.Reader reader) {
        // Ids that only grow, and as many as there are events: none was seen twice, and none was missed.
        if (reader.isOutOfOrder() || reader.count() != TRIGGERS) {
            throw new IllegalStateException("A reader saw %d events of %d, out of order: %s"
                    .formatted(reader.count(), TRIGGERS, reader.isOutOfOrder()));
        }
    }

    private static CompletableFuture<Void> awaiting(EventSockets sockets, long events) {
        return CompletableFuture.runAsync(() -> {
            try {
                sockets.await(events, PATIENCE_SECONDS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void measureStreams(Trigger trigger) throws IOException, InterruptedException {
        // What the first streams of all bring with them, classes and buffers, is not theirs.
        try (EventSockets sockets = new EventSockets(first.baseUrl(), first.adminKey())) {
            for (int i = 0; i < WARM_UP; i++) {
                sockets.open(false);
            }
            sockets.awaitOpen(PATIENCE_SECONDS);
        }
        process.collectGarbage();
        long memory = process.heapKib();
        long threads = process.threads();
        try (EventSockets sockets = new EventSockets(first.baseUrl(), first.adminKey())) {
            for (int i = 0; i < STREAMS; i++) {
                sockets.open(false);
            }
            sockets.awaitOpen(PATIENCE_SECONDS);
            long streaming = process.threads();
            process.collectGarbage();
            report.text(
                    "%d open streams on one node: %d threads more, %.1f KiB of heap each.",
                    STREAMS, streaming - threads, (process.heapKib() - memory) / (double) STREAMS);
            double[] millis = new double[TO_ALL];
            for (int i = 0; i < TO_ALL; i++) {
                long start = System.nanoTime();
                send(List.of(first.baseUrl()), trigger, 1);
                sockets.await(i + 1L, PATIENCE_SECONDS);
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            report.text(
                    "One trigger until all %d have it: median %.0f ms of %d.", STREAMS, Figures.median(millis), TO_ALL);
        }
    }

    private void send(List<String> nodes, Trigger trigger, int count) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(count);
        List<Callable<Boolean>> clients = new ArrayList<>();
        for (int i = 0; i < Math.min(CLIENTS, count); i++) {
            int client = i;
            String node = nodes.get(i % nodes.size());
            clients.add(() -> {
                try (HttpConnection http = new HttpConnection(URI.create(node))) {
                    while (left.getAndDecrement() > 0) {
                        HttpConnection.Reply reply = http.call(trigger.of(client, "r" + number.incrementAndGet()));
                        if (reply.status() != 202) {
                            throw new IllegalStateException(reply.status() + " " + reply.text());
                        }
                    }
                }
                return true;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            for (Future<Boolean> client : threads.invokeAll(clients)) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }
}
