package com.ones1ght.domain.analytics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A tenant's figures for a period.
 *
 * @param total of the whole period
 * @param days by day in UTC; days without any activity are absent
 * @param topItems the items with the most events, at most {@value #MAX_TOP_ITEMS}
 */
public record Analytics(Figures total, Map<LocalDate, Figures> days, List<TopItem> topItems) {

    public static final int MAX_TOP_ITEMS = 10;

    public Analytics {
        days = Map.copyOf(days);
        topItems = List.copyOf(topItems);
    }
}
