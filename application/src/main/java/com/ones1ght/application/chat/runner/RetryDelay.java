package com.ones1ght.application.chat.runner;

import com.ones1ght.domain.chat.RoundId;
import java.time.Duration;
import java.util.Objects;

/** How long to wait before a failed attempt is repeated: doubling, bounded, and spread between rounds. */
final class RetryDelay {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int SPREAD_PERCENT = 40;

    private RetryDelay() {}

    /**
     * @param attempt how many attempts have failed in a row, from 1
     * @return 60 to 100 % of the doubled delay; where in between depends on the round, so that rounds which failed
     *     together do not come back together
     */
    static Duration after(RoundId round, int attempt) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempt - 1, 10));
        Duration bounded = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        int less = Math.floorMod(Objects.hash(round, attempt) * 31, SPREAD_PERCENT);
        return bounded.multipliedBy(100 - less).dividedBy(100);
    }
}
