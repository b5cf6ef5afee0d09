package com.ones1ght.client;

import com.ones1ght.client.invoker.ApiException;
import com.ones1ght.client.model.Round;
import com.ones1ght.client.model.RoundResponse;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/** Waits for a round by long polls, each of which says by its ETag what the client has seen. */
final class LongPoll {

    /** Within what the gateway allows, and below the time-outs of usual proxies. */
    private static final Duration WAIT = Duration.ofSeconds(20);

    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int NOT_MODIFIED = 304;

    private final Wire wire;
    private final Retries retries;

    LongPoll(Wire wire, Retries retries) {
        this.wire = wire;
        this.retries = retries;
    }

    Round await(UUID profile, UUID chat, UUID round, Until until, Duration timeout)
            throws ApiException, TimeoutException {
        long deadline = System.nanoTime() + timeout.toNanos();
        String path = Wire.roundPath(profile, chat, round);
        String etag = null;
        while (true) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (left.isNegative()) {
                throw new TimeoutException("Round " + round + " is not there yet after " + timeout);
            }
            String known = etag;
            HttpResponse<String> answer = retries.run(() -> poll(path, known, left));
            if (answer.statusCode() == Wire.OK) {
                Round now = wire.read(answer.body(), RoundResponse.class).getData();
                if (until.isReached(now)) {
                    return now;
                }
                etag = answer.headers().firstValue("ETag").orElse(null);
                if (etag == null) {
                    // A proxy has removed it: without it no poll waits.
                    retries.pause(POLL);
                }
            }
        }
    }

    private HttpResponse<String> poll(String path, String etag, Duration left) throws ApiException {
        long wait = Math.max(1, Math.min(left.toSeconds(), WAIT.toSeconds()));
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
        if (etag != null) {
            headers.put("If-None-Match", etag);
        }
        HttpResponse<String> answer = wire.get(
                path + "?wait=" + wait,
                headers,
                ANSWER.plusSeconds(wait),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != Wire.OK && answer.statusCode() != NOT_MODIFIED) {
            throw new ApiException(answer.statusCode(), "Poll refused", answer.headers(), answer.body());
        }
        return answer;
    }
}
