package com.ones1ght.domain.analytics;

import com.ones1ght.domain.shared.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the items with the most events.
 *
 * @param itemId the store's product id as text; null where the events give a name only
 * @param itemName the name in the latest event that has one; null when none does
 * @param events how many
 * @param reasons why it was recommended, the most frequent among the latest events first, at most {@value #MAX_REASONS}
 */
public record TopItem(@Nullable String itemId, @Nullable String itemName, long events, List<LocalizedText> reasons) {

    public static final int MAX_REASONS = 3;

    public TopItem {
        reasons = List.copyOf(reasons);
    }
}
