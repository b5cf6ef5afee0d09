package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.Product;

/**
 * An item recommended in addition to the meal, as shown to the shopper.
 */
public record RecommendedItem(UpsellItem item, Product product) implements Offer {

    public RecommendedItem {
        Require.notNull(item, "item");
        Require.notNull(product, "product");
    }

    @Override
    public String recommendationId() {
        return item.recommendationId();
    }
}
