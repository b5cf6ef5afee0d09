package com.ones1ght.adapters.persistence.analytics;

import com.ones1ght.domain.analytics.Period;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a period consists of: the whole days from {@code firstDay} to {@code lastDay}, the whole hours beside them from
 * {@code firstHour} to {@code lastHour}, all in UTC, and the edges before the first and after the last hour. A part may
 * be empty; the ends are exclusive.
 */
record PeriodParts(Instant from, Instant firstHour, Instant firstDay, Instant lastDay, Instant lastHour, Instant to) {

    static PeriodParts of(Period period) {
        Instant from = period.from().truncatedTo(ChronoUnit.MICROS);
        Instant to = period.to().truncatedTo(ChronoUnit.MICROS);
        Instant firstHour = roundedUp(from, ChronoUnit.HOURS);
        Instant lastHour = to.truncatedTo(ChronoUnit.HOURS);
        if (!firstHour.isBefore(lastHour)) {
            return new PeriodParts(from, to, to, to, to, to);
        }
        Instant firstDay = roundedUp(firstHour, ChronoUnit.DAYS);
        Instant lastDay = lastHour.truncatedTo(ChronoUnit.DAYS);
        return firstDay.isBefore(lastDay)
                ? new PeriodParts(from, firstHour, firstDay, lastDay, lastHour, to)
                : new PeriodParts(from, firstHour, lastHour, lastHour, lastHour, to);
    }

    private static Instant roundedUp(Instant instant, ChronoUnit unit) {
        Instant down = instant.truncatedTo(unit);
        return down.equals(instant) ? instant : down.plus(1, unit);
    }
}
