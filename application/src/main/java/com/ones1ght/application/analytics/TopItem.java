package com.ones1ght.application.analytics;

import com.ones1ght.domain.shared.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item that many events are about.
 *
 * @param itemId the store's number of it as text; null where events name it alone
 * @param itemName as the latest of them calls it; null when none does
 * @param events how many
 * @param reasons why it was recommended, the most frequent first, three at the most
 */
public record TopItem(@Nullable String itemId, @Nullable String itemName, long events, List<LocalizedText> reasons) {

    public TopItem {
        reasons = List.copyOf(reasons);
    }
}
