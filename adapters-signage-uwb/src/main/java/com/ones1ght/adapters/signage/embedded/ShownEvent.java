package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.SignageEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of the store as shown on a screen.
 *
 * @param picture the URL of its picture; null if there is none
 * @param products what the store says about the products that it is about; null for one that the store does not know
 */
record ShownEvent(
        LocalizedText title,
        LocalizedText body,
        @Nullable String picture,
        List<@Nullable ProductDietaryData> products) {

    /** @param known the products of the store, by their ids */
    static ShownEvent of(SignageEvent event, Map<ProductId, Product> known) {
        return new ShownEvent(
                event.title(),
                event.body(),
                event.imageUrl(),
                event.products().stream()
                        .<@Nullable ProductDietaryData>map(
                                id -> known.containsKey(id) ? known.get(id).dietary() : null)
                        .toList());
    }

    /** Whether a shopper with these restrictions may be shown it. */
    boolean suits(DietaryGuard guard, List<Restriction> restrictions) {
        return products.stream().allMatch(product -> guard.allows(product, restrictions));
    }
}
