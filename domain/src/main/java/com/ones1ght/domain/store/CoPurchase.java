package com.ones1ght.domain.store;

import com.ones1ght.domain.shared.Require;

/**
 * How often two products, A and B, are bought together.
 *
 * @param productId A
 * @param otherId B
 * @param lift P(A and B) / (P(A) × P(B)); above 1 means more often than by chance
 * @param confidence P(B given A), 0 to 1
 * @param coCount the number of baskets with both
 */
public record CoPurchase(ProductId productId, ProductId otherId, double lift, double confidence, int coCount) {

    public CoPurchase {
        Require.notNull(productId, "productId");
        Require.notNull(otherId, "otherId");
        Require.that(lift >= 0, "lift", "not be negative");
        Require.that(confidence >= 0 && confidence <= 1, "confidence", "be between 0 and 1");
        Require.that(coCount >= 0, "coCount", "not be negative");
    }
}
