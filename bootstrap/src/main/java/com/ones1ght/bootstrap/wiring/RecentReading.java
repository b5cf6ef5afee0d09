package com.ones1ght.bootstrap.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that costs something to read, and is read again only once it is no longer recent. So is a failure to read it. */
final class RecentReading<T> {

    private final Supplier<T> source;
    private final Duration fresh;
    private final InstantSource clock;
    private @Nullable T value;
    private Instant readAt = Instant.MIN;

    RecentReading(Supplier<T> source, Duration fresh, InstantSource clock) {
        this.source = source;
        this.fresh = fresh;
        this.clock = clock;
    }

    /** @throws RuntimeException if it could not be read */
    synchronized T get() {
        Instant now = clock.instant();
        if (now.isAfter(readAt.plus(fresh)) || now.isBefore(readAt)) {
            value = null;
            readAt = now;
            value = source.get();
        }
        T recent = value;
        if (recent == null) {
            throw new IllegalStateException("Not readable a moment ago");
        }
        return recent;
    }
}
