package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.ProductId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper does not get because of a restriction.
 *
 * @param list where it would have stood
 * @param productId the store's product; null for an ingredient, and for an item without a product
 * @param recommendationId of a recommendation; null in the shopping list and for an ingredient
 * @param upstreamId upstream's own name for a recommended item; null where it has none
 * @param name in the response language; null where nobody gave it one
 * @param because the restrictions, sorted; at least one
 */
public record WithheldItem(
        GuardedList list,
        @Nullable ProductId productId,
        @Nullable String recommendationId,
        @Nullable String upstreamId,
        @Nullable String name,
        List<Restriction> because) {

    public WithheldItem {
        Require.notNull(list, "list");
        because = List.copyOf(because);
        Require.that(!because.isEmpty(), "because", "name at least one restriction");
    }
}
