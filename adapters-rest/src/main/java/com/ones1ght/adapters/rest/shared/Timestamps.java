package com.ones1ght.adapters.rest.shared;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/** Timestamps on the wire: RFC 3339 in UTC. */
public final class Timestamps {

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private static final int MAX_YEAR = 9999;

    private Timestamps() {}

    /** In whole seconds, because the default Swift decoder refuses fractions. */
    public static String seconds(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > MAX_YEAR) {
            return instant.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        // A list has one for each item; the formatter of Instant would take most of its time.
        StringBuilder text = new StringBuilder("0000-00-00T00:00:00Z");
        set(text, 4, utc.getYear());
        set(text, 7, utc.getMonthValue());
        set(text, 10, utc.getDayOfMonth());
        set(text, 13, utc.getHour());
        set(text, 16, utc.getMinute());
        set(text, 19, utc.getSecond());
        return text.toString();
    }

    /** Writes a number so that it ends before the position. */
    private static void set(StringBuilder text, int end, int number) {
        int at = end;
        for (int rest = number; rest > 0; rest /= 10) {
            text.setCharAt(--at, (char) ('0' + rest % 10));
        }
    }

    /** With milliseconds, always three digits. */
    public static String milliseconds(Instant instant) {
        return MILLISECONDS.format(instant);
    }
}
