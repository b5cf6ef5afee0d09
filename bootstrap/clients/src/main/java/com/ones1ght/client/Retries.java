package com.ones1ght.client;

import com.ones1ght.client.invoker.ApiException;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Set;

/**
 * When a call is repeated: after network errors, 429 and 503, and while an earlier request with the same idempotency key
 * is in progress. Only for calls that are safe to repeat: reads, and writes with an idempotency key, which has to be the
 * same for all attempts.
 *
 * @param attempts how often a call is tried, at least once
 * @param firstPause the pause before the second attempt, doubled for each further one; {@code Retry-After} wins
 * @param maxPause the longest pause
 */
public record Retries(int attempts, Duration firstPause, Duration maxPause) {

    public static final Retries DEFAULT = new Retries(6, Duration.ofMillis(250), Duration.ofSeconds(20));

    private static final Set<Integer> TRANSIENT = Set.of(429, 503);
    private static final int CONFLICT = 409;

    public Retries {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1");
        }
    }

    /**
     * A call of the generated API.
     *
     * @param <T> what it answers
     */
    @FunctionalInterface
    public interface Call<T> {

        T get() throws ApiException;
    }

    /** The answer of the first attempt that succeeds; the failure of the last one, or of one that is final. */
    public <T> T run(Call<T> call) throws ApiException {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (ApiException e) {
                if (attempt >= attempts || !isTransient(e)) {
                    throw e;
                }
                pause(attempt, e);
            }
        }
    }

    static boolean isTransient(ApiException failure) {
        if (failure.getCode() == CONFLICT) {
            return failure.getResponseBody() != null
                    && failure.getResponseBody().contains("\"IDEMPOTENCY_IN_PROGRESS\"");
        }
        return TRANSIENT.contains(failure.getCode()) || failure.getCause() instanceof IOException;
    }

    /** Pauses before the next attempt. */
    void pause(int attempt, ApiException failure) throws ApiException {
        Duration pause = firstPause.multipliedBy(1L << Math.min(attempt - 1, 20));
        Duration wanted = retryAfter(failure.getResponseHeaders(), pause);
        pause(wanted.compareTo(maxPause) > 0 ? maxPause : wanted);
    }

    /** @throws ApiException with an {@link InterruptedException} as its cause */
    void pause(Duration duration) throws ApiException {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(e);
        }
    }

    private static Duration retryAfter(HttpHeaders headers, Duration otherwise) {
        return headers == null
                ? otherwise
                : headers.firstValue("Retry-After")
                        .filter(seconds -> seconds.matches("\\d{1,6}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .orElse(otherwise);
    }
}
