package com.ones1ght.application.shared.work;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bounded exponential back-off with jitter.
 *
 * @param first the delay after the first failure, before jitter
 * @param max the upper bound of the delay
 */
public record Backoff(Duration first, Duration max) {

    private static final int SPREAD_PERCENT = 40;
    private static final int MAX_DOUBLINGS = 10;

    /**
     * @param key what failed; determines the jitter, so that items that failed together are not retried together
     * @param failures the number of attempts that have failed in a row, from 1
     * @param requested the delay that the other side requested; null without one
     * @return 60 to 100 % of the doubled delay, and no less than requested
     */
    public Duration delay(Object key, int failures, @Nullable Duration requested) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        Duration bounded = doubled.compareTo(max) > 0 ? max : doubled;
        int less = Math.floorMod(Objects.hash(key, failures) * 31, SPREAD_PERCENT);
        Duration spread = bounded.multipliedBy(100 - less).dividedBy(100);
        return requested != null && requested.compareTo(spread) > 0 ? requested : spread;
    }
}
