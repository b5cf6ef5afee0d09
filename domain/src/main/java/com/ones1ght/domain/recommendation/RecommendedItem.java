package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An item beside the meal, as the shopper sees it.
 *
 * @param item what the pipeline recommends
 * @param product the store's product for it
 */
public record RecommendedItem(UpsellItem item, Product product) {

    public RecommendedItem {
        Require.notNull(item, "item");
        Require.notNull(product, "product");
    }

    /** Merges a pipeline's items with the store's products; items that the store does not know are left out. */
    public static List<RecommendedItem> merge(UpsellSurface surface, Map<ProductId, Product> products) {
        List<RecommendedItem> merged = new ArrayList<>();
        for (UpsellItem item : surface.items()) {
            Product product = item.productId() == null ? null : products.get(item.productId());
            if (product != null) {
                merged.add(new RecommendedItem(item, product));
            }
        }
        return List.copyOf(merged);
    }
}
