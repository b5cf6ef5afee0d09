package com.ones1ght.domain.store;

import com.ones1ght.domain.shared.Require;

/**
 * How often two products are bought together, counted over a set of baskets.
 *
 * @param productId the one product (A)
 * @param otherId the other product (B)
 * @param lift P(A and B) / (P(A) × P(B)); above 1 means: more often than by chance
 * @param confidence P(B given A), 0 to 1
 * @param coCount in how many baskets both were
 */
public record CoPurchase(ProductId productId, ProductId otherId, double lift, double confidence, int coCount) {

    public CoPurchase {
        Require.notNull(productId, "product_id");
        Require.notNull(otherId, "other_id");
        Require.that(lift >= 0, "lift", "not be negative");
        Require.that(confidence >= 0 && confidence <= 1, "confidence", "be between 0 and 1");
        Require.that(coCount >= 0, "co_count", "not be negative");
    }
}
