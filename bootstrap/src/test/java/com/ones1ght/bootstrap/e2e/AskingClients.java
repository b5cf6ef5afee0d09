package com.ones1ght.bootstrap.e2e;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Clients that ask for recommendations, one after the other, until they are stopped: whatever the server answers. */
final class AskingClients {

    /** Among the answers: no connection, or a closed one. */
    static final String REFUSED = "no answer";

    /** Begins the answers without a request id, which the application never saw: they are the server's. */
    static final String OF_THE_SERVER = "of the server: ";

    private static final long PAUSE_MILLIS = 300;

    private final Api api;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Queue<Api.Kickoff> accepted = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
    private final List<CompletableFuture<Void>> clients;

    /** Each client has a profile of its own. */
    AskingClients(Api api, int number) {
        this.api = api;
        clients = IntStream.range(0, number).mapToObj(i -> api.newProfile()).toList().stream()
                .map(profile -> CompletableFuture.runAsync(() -> ask(profile), threads))
                .toList();
    }

    /** What was answered with 202 until now. */
    List<Api.Kickoff> accepted() {
        return List.copyOf(accepted);
    }

    /** Waits for the last answers. */
    void stop() {
        stopped.countDown();
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).join();
        threads.shutdown();
    }

    /** How often there was each answer: status and code of the API's failures, else its beginning; see {@link #OF_THE_SERVER}. */
    Map<String, Integer> answers() {
        return answers;
    }

    private void ask(String profile) {
        Map<String, String> headers =
                Map.of("Content-Type", "application/json", "Authorization", "Bearer " + api.key());
        byte[] body = Api.prompt("tofu").getBytes(StandardCharsets.UTF_8);
        do {
            try {
                Reply reply = api.sendUnchecked("POST", Api.recommend(profile), headers, body);
                answers.merge(described(reply), 1, Integer::sum);
                if (reply.status() == 202) {
                    accepted.add(Api.Kickoff.from(profile, reply));
                }
            } catch (java.io.UncheckedIOException e) {
                answers.merge(REFUSED, 1, Integer::sum);
            }
        } while (!stoppedWithin(PAUSE_MILLIS));
    }

    private static String described(Reply reply) {
        String text = reply.text();
        if (reply.status() == 202) {
            return "202";
        }
        return (reply.header("X-Request-Id").isEmpty() ? OF_THE_SERVER : "")
                + reply.status()
                + " "
                + (text.startsWith("{\"success\":false")
                        ? reply.code()
                        : text.substring(0, Math.min(80, text.length())));
    }

    private boolean stoppedWithin(long millis) {
        try {
            return stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
