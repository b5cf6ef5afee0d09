package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.Product;

/**
 * An item beside the meal, as the shopper sees it.
 *
 * @param item what the pipeline recommends
 * @param product the store's product for it
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
