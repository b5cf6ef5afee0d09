package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of the shopping list.
 *
 * @param productId the store's product; null when none was found
 * @param itemName in the response language
 * @param itemNameEn in English
 * @param price per piece in the store's currency
 * @param zoneName the zone of the store
 * @param quantity pieces, at least 1
 * @param matched whether the pipeline found a product for it
 */
public record ShoppingLine(
        @Nullable ProductId productId,
        @Nullable String itemName,
        @Nullable String itemNameEn,
        @Nullable BigDecimal price,
        @Nullable String zoneName,
        int quantity,
        boolean matched) {

    public ShoppingLine {
        Require.that(quantity >= 1, "quantity", "be at least 1");
    }
}
