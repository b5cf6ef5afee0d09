package com.ones1ght.domain.analytics;

import com.ones1ght.domain.shared.InvalidRequestException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The time that a report covers.
 *
 * @param from inclusive
 * @param to exclusive, after {@code from} by at most {@value #MAX_DAYS} days
 */
public record Period(Instant from, Instant to) {

    public static final int MAX_DAYS = 366;

    /** @throws InvalidRequestException when it is empty or too long */
    public Period {
        if (!from.isBefore(to)) {
            throw new InvalidRequestException("to", "must be after from");
        }
        if (Duration.between(from, to).compareTo(Duration.ofDays(MAX_DAYS)) > 0) {
            throw new InvalidRequestException("from", "must be at most " + MAX_DAYS + " days before to");
        }
    }

    /** The days in UTC that it touches, in order. */
    public List<LocalDate> days() {
        LocalDate first = from.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate last = to.minusNanos(1).atZone(ZoneOffset.UTC).toLocalDate();
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
