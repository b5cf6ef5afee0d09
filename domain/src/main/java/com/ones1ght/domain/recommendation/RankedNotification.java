package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.Product;
import org.jspecify.annotations.Nullable;

/**
 * An ad or a coupon with its rank.
 *
 * @param rank from 1
 * @param product the store's product for it; null where the store does not know it
 */
public record RankedNotification(
        int rank,
        BackRecommendation recommendation,
        @Nullable Product product) implements Offer {

    public RankedNotification {
        Require.that(rank >= 1, "rank", "be at least 1");
        Require.notNull(recommendation, "recommendation");
    }

    @Override
    public String recommendationId() {
        return recommendation.recommendationId();
    }
}
