package com.ones1ght.application.analytics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What happened in a period.
 *
 * @param total in all of it
 * @param days on each of its days in UTC; a day on which nothing happened is absent
 * @param topItems the items with most events, ten at the most
 */
public record Analytics(Figures total, Map<LocalDate, Figures> days, List<TopItem> topItems) {

    public Analytics {
        days = Map.copyOf(days);
        topItems = List.copyOf(topItems);
    }
}
