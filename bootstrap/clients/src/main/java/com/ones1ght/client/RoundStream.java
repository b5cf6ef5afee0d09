package com.ones1ght.client;

import com.ones1ght.client.invoker.ApiException;
import com.ones1ght.client.model.Round;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the server-sent events of a round, and continues after the last one when the connection is lost. */
final class RoundStream {

    private final Wire wire;
    private final Retries retries;
    private final String path;
    private final Consumer<RoundEvent> consumer;

    private String lastId;
    private boolean ended;
    private int failures;

    RoundStream(Wire wire, Retries retries, UUID profile, UUID chat, UUID round, Consumer<RoundEvent> consumer) {
        this.wire = wire;
        this.retries = retries;
        this.path = Wire.roundPath(profile, chat, round) + "/events";
        this.consumer = consumer;
    }

    void follow() throws ApiException {
        while (!ended) {
            try {
                connect();
            } catch (ApiException e) {
                if (++failures >= retries.attempts() || !Retries.isTransient(e)) {
                    throw e;
                }
                retries.pause(failures, e);
            }
        }
    }

    private void connect() throws ApiException {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "text/event-stream"));
        if (lastId != null) {
            headers.put("Last-Event-ID", lastId);
        }
        HttpResponse<Stream<String>> answer = wire.get(path, headers, null, HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
            if (answer.statusCode() != Wire.OK) {
                throw new ApiException(
                        answer.statusCode(),
                        "Stream refused",
                        answer.headers(),
                        lines.collect(Collectors.joining("\n")));
            }
            read(lines.iterator());
        } catch (UncheckedIOException e) {
            throw new ApiException(e.getCause());
        }
        if (!ended) {
            throw new ApiException(new IOException("The stream ended before the round did"));
        }
    }

    /** By the format of server-sent events, as far as the gateway uses it: comments, and id, event and data. */
    private void read(Iterator<String> lines) throws ApiException {
        Map<String, String> fields = new HashMap<>();
        while (!ended && lines.hasNext()) {
            String line = lines.next();
            int colon = line.indexOf(':');
            if (line.isEmpty()) {
                if (fields.containsKey("data")) {
                    dispatch(fields);
                }
                fields.clear();
            } else if (colon > 0) {
                fields.merge(
                        line.substring(0, colon),
                        line.substring(colon + 1).replaceFirst("^ ", ""),
                        (former, next) -> former + "\n" + next);
            }
        }
    }

    private void dispatch(Map<String, String> fields) throws ApiException {
        RoundEvent event = new RoundEvent(
                fields.getOrDefault("id", ""),
                fields.getOrDefault("event", "message"),
                wire.read(fields.get("data"), Round.class));
        failures = 0;
        lastId = event.id().isEmpty() ? lastId : event.id();
        ended = event.isLast();
        consumer.accept(event);
    }
}
