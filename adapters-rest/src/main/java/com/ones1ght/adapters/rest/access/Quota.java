package com.ones1ght.adapters.rest.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.domain.shared.Require;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A rate limit with a token bucket for each client. Buckets unused for the time in which an empty one fills up are evicted,
 * since they are full; when there are too many, the least recently used ones.
 */
final class Quota {

    private static final int MAX_CALLERS = 200_000;

    private final String name;
    private final long burst;
    private final Duration perToken;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;

    /**
     * @param name the policy's name for clients
     * @param tokens refilled per {@code period}, above 0
     * @param burst the size of a bucket, above 0
     * @param clock monotonic nanoseconds
     */
    Quota(String name, long tokens, Duration period, long burst, TimeMeter clock) {
        Require.that(tokens > 0 && burst > 0, name, "be above 0");
        this.name = name;
        this.burst = burst;
        this.perToken = period.dividedBy(tokens);
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_CALLERS)
                .expireAfterAccess(window().plusSeconds(1))
                .executor(Runnable::run)
                .build();
    }

    /**
     * @param isAllowed whether there was a token
     * @param left the remaining tokens
     * @param pause until the next token, or, if some are left, until the bucket is full
     */
    record Taken(boolean isAllowed, long left, Duration pause) {

        /** The pause rounded up to whole seconds, at least one. */
        long waitSeconds() {
            return Math.max(1, (pause.toMillis() + 999) / 1_000);
        }
    }

    /** Takes a token from a client's bucket. */
    Taken take(String somebody) {
        ConsumptionProbe probe = buckets.get(somebody, unknown -> bucket()).tryConsumeAndReturnRemaining(1);
        long nanos = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Taken(probe.isConsumed(), probe.getRemainingTokens(), Duration.ofNanos(nanos));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(burst).refillGreedy(1, perToken))
                .build();
    }

    /** The value of RateLimit-Policy by draft-ietf-httpapi-ratelimit-headers. */
    String policy() {
        return "\"" + name + "\";q=" + burst + ";w=" + Math.max(1, window().toSeconds());
    }

    /** The value of RateLimit. */
    String state(Taken taken) {
        return "\"" + name + "\";r=" + taken.left() + ";t=" + taken.waitSeconds();
    }

    private Duration window() {
        return perToken.multipliedBy(burst);
    }
}
