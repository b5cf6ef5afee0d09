package com.ones1ght.domain.recommendation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The walking order through the sections of a store. */
final class SectionOrder {

    /** Items of sections with the same place keep their order. */
    private static final Map<String, Integer> PLACES = Map.ofEntries(
            Map.entry("PR", 1),
            Map.entry("DL", 2),
            Map.entry("BK", 3),
            Map.entry("SW", 3),
            Map.entry("SN", 3),
            Map.entry("AL", 4),
            Map.entry("DY", 5),
            Map.entry("DR", 5),
            Map.entry("PA", 6),
            Map.entry("MT", 7),
            Map.entry("FI", 8),
            Map.entry("FR", 9));

    private static final int LAST = 10;

    private SectionOrder() {}

    static List<TodoItem> inWalkingOrder(List<TodoItem> items) {
        return items.stream()
                .sorted(Comparator.comparingInt(item -> place(item.product().sectionCode())))
                .toList();
    }

    private static int place(@Nullable String sectionCode) {
        return sectionCode == null ? LAST : PLACES.getOrDefault(sectionCode, LAST);
    }
}
