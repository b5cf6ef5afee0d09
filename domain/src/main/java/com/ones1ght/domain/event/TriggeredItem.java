package com.ones1ght.domain.event;

import com.ones1ght.domain.shared.Require;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger is about, with all that is known of it.
 *
 * @param recId tracks the recommendation through events
 * @param fields all fields
 * @param analystComment the grounds of the recommendation, for the tenant; null when there are none
 */
public record TriggeredItem(
        String recId, ItemFields fields, @Nullable String analystComment) {

    public TriggeredItem {
        Require.notNull(recId, "rec_id");
        Require.notNull(fields, "fields");
    }

    /** What remains of it when the shopper is erased. */
    public ItemFields productFacts() {
        return ProductFact.among(fields);
    }
}
