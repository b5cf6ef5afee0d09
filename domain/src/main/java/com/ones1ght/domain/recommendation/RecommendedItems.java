package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The items recommended in addition to the meal, as shown to the shopper.
 *
 * @param items in the upstream's order
 * @param analystComments on all items of step 3
 */
public record RecommendedItems(List<RecommendedItem> items, AnalystComments analystComments) {

    public RecommendedItems {
        items = List.copyOf(items);
        Require.notNull(analystComments, "analystComments");
    }

    /** Merges the items with the store's products; items that the store does not know are omitted. */
    public static RecommendedItems merge(UpsellSurface surface, Map<ProductId, Product> products) {
        List<RecommendedItem> merged = new ArrayList<>();
        for (UpsellItem item : surface.items()) {
            Product product = item.productId() == null ? null : products.get(item.productId());
            if (product != null) {
                merged.add(new RecommendedItem(item, product));
            }
        }
        return new RecommendedItems(
                merged, AnalystComments.of(surface.items(), UpsellItem::recommendationId, UpsellItem::analystComment));
    }
}
