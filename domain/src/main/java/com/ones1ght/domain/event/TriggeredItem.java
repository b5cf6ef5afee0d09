package com.ones1ght.domain.event;

import com.ones1ght.domain.shared.Require;
import org.jspecify.annotations.Nullable;

/**
 * The item of a trigger with all known fields.
 *
 * @param recId the recommendation id
 * @param analystComment the model's explanation of the recommendation, for the tenant; null when there is none
 */
public record TriggeredItem(
        String recId, ItemFields fields, @Nullable String analystComment) {

    public TriggeredItem {
        Require.notNull(recId, "recId");
        Require.notNull(fields, "fields");
    }

    /** The fields that survive the erasure of the shopper. */
    public ItemFields productFacts() {
        return ProductFact.among(fields);
    }
}
