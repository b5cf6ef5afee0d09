package com.ones1ght.adapters.rest.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.domain.shared.Require;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How often somebody may do something: a bucket of tokens for each, which fills up evenly. Somebody who has not been
 * seen for as long as an empty bucket takes to be full is as good as new and forgotten; so is, at the worst, who was seen
 * least of all, when there are too many.
 */
final class Quota {

    private static final int MAX_CALLERS = 200_000;

    private final String name;
    private final long burst;
    private final Duration perToken;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;

    /**
     * @param name what clients are told
     * @param tokens so many in each {@code period}, above 0
     * @param burst so many at once, above 0
     * @param clock nanoseconds that only go forward
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
     * @param left so many are there now
     * @param pause until there is one again, or, if there are some, until the bucket is full
     */
    record Taken(boolean isAllowed, long left, Duration pause) {

        /** Whole seconds, at least one, so that whoever waits for so long finds a token. */
        long waitSeconds() {
            return Math.max(1, (pause.toMillis() + 999) / 1_000);
        }
    }

    /** Takes a token of somebody's. */
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

    /** What clients are told of the rule, in the form of draft-ietf-httpapi-ratelimit-headers. */
    String policy() {
        return "\"" + name + "\";q=" + burst + ";w=" + Math.max(1, window().toSeconds());
    }

    /** What clients are told of where they are. */
    String state(Taken taken) {
        return "\"" + name + "\";r=" + taken.left() + ";t=" + taken.waitSeconds();
    }

    private Duration window() {
        return perToken.multipliedBy(burst);
    }
}
