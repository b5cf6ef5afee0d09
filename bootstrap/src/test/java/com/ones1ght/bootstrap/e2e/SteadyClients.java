package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that ask without a pause whatever happens to the server: half of them over new connections, half over
 * connections that they keep. All of them ask for what would be answered with 200.
 */
final class SteadyClients implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Api api;
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    SteadyClients(Api api) {
        this.api = api;
        for (int i = 0; i < CLIENTS; i++) {
            boolean keeps = i % 2 == 0;
            clients.execute(keeps ? this::askOverOneConnection : this::askOverNewConnections);
        }
    }

    int served() {
        return served.get();
    }

    int turnedAway() {
        return turnedAway.get();
    }

    int refused() {
        return refused.get();
    }

    /** Answers that are neither right nor an orderly refusal; connections that broke in the middle. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    private void askOverNewConnections() {
        while (!ended) {
            note(() -> RawHttp.send(api, "GET /v1/validation HTTP/1.1", List.of(), new byte[0]));
        }
    }

    private void askOverOneConnection() {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.baseUrl() + "/v1/validation"))
                .header("Authorization", "Bearer " + api.key())
                .build();
        while (!ended) {
            note(() -> {
                try {
                    HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
                    return new Reply("GET", response.statusCode(), response.headers(), response.body());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private interface Asking {
        Reply ask();
    }

    private void note(Asking asking) {
        try {
            note(asking.ask());
        } catch (UncheckedIOException e) {
            if (isRefusal(e.getCause())) {
                refused.incrementAndGet();
            } else {
                wrong.add(e.toString());
            }
        } catch (RuntimeException e) {
            wrong.add(e.toString());
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    /** Also what the kernel has taken, and the server never did, is refused: by a reset. */
    private static boolean isRefusal(IOException failure) {
        return failure instanceof ConnectException
                || String.valueOf(failure.getMessage()).contains("Connection reset");
    }

    private void note(Reply reply) {
        boolean isRight = reply.status() == 200
                && reply.json().path("data").path("status").asText().equals("active");
        boolean isTurnedAway = reply.status() == 503
                && reply.code().equals("UNAVAILABLE")
                && reply.header("Retry-After").isPresent()
                && reply.header("X-Request-Id")
                        .equals(Optional.of(reply.json().path("request_id").asText()));
        if (isRight) {
            served.incrementAndGet();
        } else if (isTurnedAway) {
            turnedAway.incrementAndGet();
        } else {
            wrong.add(reply.toString());
        }
    }

    @Override
    public void close() {
        ended = true;
        clients.shutdown();
        try {
            assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
