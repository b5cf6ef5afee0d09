package com.ones1ght.domain.event;

import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.ProductId;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Whether the shopper does not get it: the recommendation or the product has been withheld from the round. */
    public boolean isWithheldBy(RoundGuard guard) {
        return guard.withholds(recId) || productIds().anyMatch(guard::withholds);
    }

    private Stream<ProductId> productIds() {
        return Optional.ofNullable(fields.values().get(ProductFact.ITEM_ID))
                .flatMap(FieldValue::wholeNumber)
                .map(ProductId::new)
                .stream();
    }

    /** The fields that survive the erasure of the shopper. */
    public ItemFields productFacts() {
        return ProductFact.among(fields);
    }
}
