package com.ones1ght.adapters.rest.shared;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/** Timestamps on the wire: RFC 3339 in UTC. */
public final class Timestamps {

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Timestamps() {}

    /** In whole seconds, because the default Swift decoder refuses fractions. */
    public static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** With milliseconds, always three digits. */
    public static String milliseconds(Instant instant) {
        return MILLISECONDS.format(instant);
    }
}
