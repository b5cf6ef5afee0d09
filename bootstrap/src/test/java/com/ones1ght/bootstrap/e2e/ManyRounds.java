package com.ones1ght.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.llm.llmdemo.LlmDemoServer;
import com.ones1ght.adapters.store.storeapi.StoreApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many rounds in flight at once on one node, whose model takes its time on the other side of a socket, each watched by a
 * client of its own that polls every two seconds.
 */
public final class ManyRounds {

    private static final int CLIENT_THREADS = 24;
    private static final long POLL_MILLIS = 2_000;

    /**
     * What was seen.
     *
     * @param completed rounds that completed
     * @param others what became of the rest, one text for each
     * @param polls answers of 200 that clients got
     * @param refused answers other than 200 or 202
     * @param looks how often the model's server was asked how a session stands
     * @param threads by how many the server's threads were more than before, at the most
     * @param residentMib the memory of the server's process at the end
     * @param cpuSeconds what the server's process took meanwhile
     * @param seconds from the first kickoff to the last completed round
     */
    public record Seen(
            int completed,
            List<String> others,
            int polls,
            int refused,
            int looks,
            long threads,
            long residentMib,
            double cpuSeconds,
            double seconds) {}

    private final int rounds;
    private final Duration run;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newFixedThreadPool(2, task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            }))
            .build();

    private final AtomicInteger polls = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong mostThreads = new AtomicLong();

    /** @param run how long the model takes for one run */
    public ManyRounds(int rounds, Duration run) {
        this.rounds = rounds;
        this.run = run;
    }

    private record Watched(String profile, String chat) {}

    /** Starts the servers, runs, and stops them. */
    public Seen measure() throws InterruptedException {
        try (LlmDemoServer model = SocketBackends.model(run.dividedBy(4));
                StoreApiServer shop = SocketBackends.shop()) {
            Map<String, String> settings = new HashMap<>(SocketBackends.settings(model, shop));
            // The default; the other tests hurry.
            settings.put("ones1ght.round.poll-interval", "PT2S");
            try (PackagedServer server = PackagedServer.start(settings)) {
                return measure(server, model);
            }
        }
    }

    private Seen measure(PackagedServer server, LlmDemoServer model) throws InterruptedException {
        call(server, "GET", "/v1/validation", null);
        long before = threads(server);
        double cpuBefore = cpuSeconds(server);
        long start = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        List<Watched> watched = inParallel(() -> {
            List<Watched> mine = new ArrayList<>();
            while (next.getAndIncrement() < rounds) {
                mine.add(kickOff(server));
            }
            return mine;
        });
        List<String> states = inParallel(watched, mine -> watch(server, mine));
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> others =
                states.stream().filter(state -> !state.equals("completed")).toList();
        return new Seen(
                states.size() - others.size(),
                others,
                polls.get(),
                refused.get(),
                model.looks(),
                mostThreads.get() - before,
                status(server, "VmRSS") / 1024,
                cpuSeconds(server) - cpuBefore,
                seconds);
    }

    private Watched kickOff(PackagedServer server) {
        String profile = call(server, "POST", "/v1/profile", "{\"locale\":\"ko\"}")
                .at("/data/profile_id")
                .asText();
        JsonNode accepted = call(server, "POST", Api.recommend(profile), Api.prompt("오늘 저녁 카레 땡기는데"));
        return new Watched(profile, accepted.at("/data/chat_id").asText());
    }

    /** Polls each of these every two seconds until it is settled; says what became of each. */
    private List<String> watch(PackagedServer server, List<Watched> mine) {
        List<Watched> left = new ArrayList<>(mine);
        List<String> states = new ArrayList<>();
        while (!left.isEmpty()) {
            long due = System.nanoTime() + POLL_MILLIS * 1_000_000;
            long pause = POLL_MILLIS * 1_000_000 / left.size();
            for (Watched one : List.copyOf(left)) {
                JsonNode round = call(server, "GET", Api.chatPath(one.profile(), one.chat()), null)
                        .at("/data/rounds/0");
                polls.incrementAndGet();
                String state = round.path("status").asText();
                if (!state.equals("in_progress")) {
                    left.remove(one);
                    states.add(
                            state.equals("completed")
                                    ? state
                                    : round.path("last_error").asText(round.toString()));
                }
                sleepUntil(Math.min(due, System.nanoTime() + pause));
            }
            mostThreads.accumulateAndGet(threads(server), Math::max);
            sleepUntil(due);
        }
        return states;
    }

    private static void sleepUntil(long nanos) {
        long millis = (nanos - System.nanoTime()) / 1_000_000;
        if (millis > 0) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private JsonNode call(PackagedServer server, String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                .header("Authorization", "Bearer " + server.sdkKey())
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                refused.incrementAndGet();
            }
            return Json.read(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private <T> List<T> inParallel(Callable<List<T>> work) throws InterruptedException {
        List<Callable<List<T>>> all = new ArrayList<>();
        for (int i = 0; i < CLIENT_THREADS; i++) {
            all.add(work);
        }
        return joined(all);
    }

    private interface Work<S, T> {
        List<T> on(List<S> share);
    }

    private <S, T> List<T> inParallel(List<S> items, Work<S, T> work) throws InterruptedException {
        List<Callable<List<T>>> all = new ArrayList<>();
        for (int i = 0; i < CLIENT_THREADS; i++) {
            List<S> share = new ArrayList<>();
            for (int j = i; j < items.size(); j += CLIENT_THREADS) {
                share.add(items.get(j));
            }
            all.add(() -> work.on(share));
        }
        return joined(all);
    }

    private static <T> List<T> joined(List<Callable<List<T>>> all) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<List<T>> one : threads.invokeAll(all)) {
                results.addAll(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private static long threads(PackagedServer server) {
        return status(server, "Threads");
    }

    private static double cpuSeconds(PackagedServer server) {
        return server.process().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    /** A number out of what the kernel says of the server's process. */
    private static long status(PackagedServer server, String field) {
        try {
            return Files.readAllLines(Path.of("/proc/" + server.process().pid() + "/status")).stream()
                    .filter(line -> line.startsWith(field + ":"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
