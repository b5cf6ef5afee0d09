package com.ones1ght.bootstrap.e2e;

import static org.awaitility.Awaitility.await;

import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.StreamReader.Event;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Shoppers and an admin who go on while the nodes behind their address are exchanged: each shopper asks, follows the
 * round by long polls or by its stream, asks again in the same chat, and reports what she takes; the admin reads the stream
 * of events. All that is no answer, or one of a server in trouble, is noted, and sent again with the same idempotency key.
 */
final class UpgradeLoad implements AutoCloseable {

    private static final int SHOPPERS = 6;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final String PROMPT = "오늘 저녁 카레 땡기는데";

    private final Api api;
    private final String adminKey;
    private final ExecutorService threads = Executors.newFixedThreadPool(SHOPPERS + 1);
    private final List<CompletableFuture<Void>> shoppers = new ArrayList<>();
    private final CompletableFuture<Void> admin;
    private final Queue<Kickoff> rounds = new ConcurrentLinkedQueue<>();
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final Queue<Event> streamed = new ConcurrentLinkedQueue<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;
    private volatile boolean isRead;

    /**
     * @param api where all nodes are
     * @param adminKey of the same tenant
     */
    UpgradeLoad(Api api, String adminKey) {
        this.api = api;
        this.adminKey = adminKey;
        for (int i = 0; i < SHOPPERS; i++) {
            boolean streams = i % 2 == 0;
            shoppers.add(CompletableFuture.runAsync(() -> shop(streams), threads));
        }
        admin = CompletableFuture.runAsync(this::readEvents, threads);
    }

    private void shop(boolean streams) {
        String profile = post("/v1/profile", "{\"name\":\"Kim\",\"locale\":\"ko\"}")
                .data()
                .get("profile_id")
                .asText();
        while (!ended) {
            Kickoff first = ask(profile, Api.prompt(PROMPT), streams);
            Kickoff second = ask(profile, Api.followUp(first.chat(), "와인 추가"), streams);
            Reply triggered = post(
                    "/v1/chat/" + profile + "/trigger/signage",
                    "{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"items\":[{\"rec_id\":\"x\",\"item_name\":\"두부\"}]}"
                            .formatted(second.chat(), second.round()));
            events.add(triggered.data().get("event_ids").get(0).asText());
        }
    }

    private Kickoff ask(String profile, String body, boolean streams) {
        Kickoff kickoff = Kickoff.from(profile, post(Api.recommend(profile), body));
        rounds.add(kickoff);
        if (streams) {
            followByStream(kickoff);
        } else {
            followByPolls(kickoff);
        }
        return kickoff;
    }

    private Reply post(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        List<String> headers = List.of(
                "Content-Type: application/json",
                "Content-Length: " + body.length,
                "Idempotency-Key: " + UUID.randomUUID());
        return untilAnswered(() -> RawHttp.send(api, "POST " + path + " HTTP/1.1", headers, body));
    }

    private void followByPolls(Kickoff kickoff) {
        String tag = "\"none\"";
        for (boolean settled = false; !settled; ) {
            List<String> headers = List.of("If-None-Match: " + tag);
            Reply reply = untilAnswered(
                    () -> RawHttp.send(api, "GET " + kickoff.chatPath() + "?wait=10 HTTP/1.1", headers, new byte[0]));
            tag = reply.header("ETag").orElse(tag);
            settled = reply.status() == 200 && Api.lastIsSettled(reply.data());
        }
    }

    private void followByStream(Kickoff kickoff) {
        List<String> ids = new ArrayList<>();
        while (ids.isEmpty() || !ids.get(ids.size() - 1).equals("1.end")) {
            String last = ids.isEmpty() ? null : ids.get(ids.size() - 1);
            try (StreamReader reader =
                    StreamReader.connect(api.baseUrl() + kickoff.roundPath() + "/events", api.key(), last)) {
                reader.awaitEnd().forEach(event -> ids.add(event.id()));
                noteIfBroken(reader);
            } catch (UncheckedIOException | AssertionError e) {
                note("stream of a round", e);
            }
        }
        for (int i = 1; i < ids.size() - 1; i++) {
            if (number(ids.get(i)) != number(ids.get(i - 1)) + 1) {
                errors.add("steps " + ids);
            }
        }
    }

    private static int number(String step) {
        return Integer.parseInt(step.substring("1.".length()));
    }

    private void readEvents() {
        String last = "0";
        while (!isRead) {
            try (StreamReader reader = StreamReader.connect(api.baseUrl() + "/v1/admin/stream", adminKey, last)) {
                int known = 0;
                boolean over = false;
                while (!over && !isRead) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                    over = reader.hasEnded();
                    List<Event> all = reader.events();
                    streamed.addAll(all.subList(known, all.size()));
                    known = all.size();
                    last = known == 0 ? last : all.get(known - 1).id();
                }
                noteIfBroken(reader);
            } catch (UncheckedIOException | AssertionError e) {
                note("stream of events", e);
            }
        }
    }

    private void noteIfBroken(StreamReader reader) {
        if (reader.comments() < 0) {
            errors.add("a stream broke");
        }
    }

    private Reply untilAnswered(Supplier<Reply> request) {
        while (true) {
            LockSupport.parkNanos(PAUSE_NANOS);
            try {
                Reply reply = request.get();
                if (reply.status() < 400) {
                    return reply;
                }
                errors.add(reply.toString());
            } catch (UncheckedIOException e) {
                note(e.getMessage(), e);
            }
        }
    }

    private void note(String request, Throwable failure) {
        errors.add(request + ": " + failure);
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    /** The rounds that were accepted, each followed to its end. */
    List<Kickoff> rounds() {
        return List.copyOf(rounds);
    }

    /** The ids of the events that were accepted. */
    List<String> events() {
        return List.copyOf(events);
    }

    /** What the admin has read. */
    List<Event> streamed() {
        return List.copyOf(streamed);
    }

    /** What clients should not have seen. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    /** Each round is still followed to its end, and each event read. */
    @Override
    public void close() {
        ended = true;
        try {
            shoppers.forEach(shopper -> shopper.orTimeout(60, TimeUnit.SECONDS).join());
            await("all events in the stream").until(() -> streamed.size() >= events.size());
        } finally {
            isRead = true;
            threads.shutdown();
        }
        admin.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
