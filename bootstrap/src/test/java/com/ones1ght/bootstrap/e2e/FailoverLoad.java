package com.ones1ght.bootstrap.e2e;

import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Apps that go on asking while the database fails over, each at one node after the other: what was refused or got no
 * answer is sent again with the same idempotency key until it is accepted.
 */
final class FailoverLoad implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final List<Api> nodes;
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final Map<String, Long> rounds = new ConcurrentHashMap<>();
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final Queue<Long> acceptedAt = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private volatile boolean ended;

    FailoverLoad(Tenant tenant, PackagedServer... servers) {
        nodes = List.of(servers).stream()
                .map(server -> new Api(server.baseUrl(), tenant.key()))
                .toList();
        List<String> profiles = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            profiles.add(nodes.get(0).newProfile());
        }
        profiles.forEach(profile -> clients.execute(() -> askAgainAndAgain(profile)));
    }

    private void askAgainAndAgain(String profile) {
        while (!ended) {
            Kickoff kickoff = Kickoff.from(
                    profile,
                    untilAccepted(Api.recommend(profile), Api.prompt("오늘 저녁 카레 땡기는데"))
                            .orElseThrow());
            rounds.put(kickoff.round(), System.nanoTime());
            untilAccepted(
                            "/v1/chat/" + profile + "/trigger/signage",
                            "{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"items\":[{\"rec_id\":\"x\",\"item_name\":\"두부\"}]}"
                                    .formatted(kickoff.chat(), kickoff.round()))
                    .ifPresent(triggered ->
                            events.add(triggered.data().get("event_ids").get(0).asText()));
        }
    }

    /** Empty if what it is about is not there any more. */
    private Optional<Reply> untilAccepted(String path, String body) {
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        for (int attempt = 0; ; attempt++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            int status = 0;
            String failure;
            try {
                Reply reply = nodes.get(attempt % nodes.size())
                        .send("POST", path, headers, body.getBytes(StandardCharsets.UTF_8));
                status = reply.status();
                if (status == 202) {
                    acceptedAt.add(System.nanoTime());
                    return Optional.of(reply);
                }
                failure = status + " " + reply.code();
            } catch (UncheckedIOException e) {
                failure = e.toString();
            }
            failures.computeIfAbsent(failure, any -> new AtomicInteger()).incrementAndGet();
            if (status == 404) {
                return Optional.empty();
            }
        }
    }

    /** The ids of the rounds that were accepted, and when. */
    Map<String, Long> rounds() {
        return Map.copyOf(rounds);
    }

    /** The ids of the events that were accepted. */
    List<String> events() {
        return List.copyOf(events);
    }

    /** What was answered instead, and how often. */
    Map<String, AtomicInteger> failures() {
        return failures;
    }

    /** The longest time after {@code start} in which nothing was accepted; until now if nothing has been since. */
    Duration interruptionSince(long start) {
        long last = start;
        long longest = 0;
        for (long at : acceptedAt.stream().sorted().toList()) {
            if (at > start) {
                longest = Math.max(longest, at - last);
                last = at;
            }
        }
        return Duration.ofNanos(Math.max(longest, System.nanoTime() - last));
    }

    /** Whether anything was accepted after this time. */
    boolean acceptsSince(long time) {
        return acceptedAt.stream().anyMatch(at -> at > time);
    }

    /** Each request under way is still sent until it is accepted. */
    @Override
    public void close() {
        ended = true;
        clients.shutdown();
        try {
            if (!clients.awaitTermination(120, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Requests are not accepted: " + failures);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
