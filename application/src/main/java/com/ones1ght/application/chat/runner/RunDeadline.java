package com.ones1ght.application.chat.runner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** When a run ends in error if it has not settled. */
record RunDeadline(Instant at, InstantSource clock) {

    boolean hasPassed() {
        return !clock.instant().isBefore(at);
    }

    /** How long until it has passed for certain, in whole milliseconds. */
    long millisLeft() {
        return left().toMillis() + 1;
    }

    /** The delay, but no longer than until the deadline. */
    Duration limit(Duration delay) {
        Duration left = left();
        return delay.compareTo(left) > 0 ? left : delay;
    }

    /** How long until the time, but no longer than until the deadline. */
    Duration limit(@Nullable Instant time) {
        return limit(time == null ? Duration.ZERO : Duration.between(clock.instant(), time));
    }

    private Duration left() {
        return Duration.between(clock.instant(), at);
    }
}
