package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Recommendations of step 4 by what matters of them. */
final class BackRecommendations {
    private BackRecommendations() {}

    static BackRecommendation anAd(String id, @Nullable String priority) {
        return of(id, NotificationType.ADS, priority, null);
    }

    static BackRecommendation anAdFor(long product, @Nullable String priority) {
        return of("ad-" + product, NotificationType.ADS, priority, product);
    }

    static BackRecommendation aCoupon(String id, @Nullable String priority) {
        return of(id, NotificationType.COUPON, priority, null);
    }

    static BackRecommendation of(String id, @Nullable ProductId product, NotificationType type) {
        return of(id, type, null, product == null ? null : product.value());
    }

    private static BackRecommendation of(
            String id, NotificationType type, @Nullable String priority, @Nullable Long product) {
        return new BackRecommendation(
                id,
                product == null ? null : new ProductId(product),
                null,
                null,
                null,
                null,
                null,
                null,
                type,
                null,
                null,
                priority == null ? null : new BigDecimal(priority),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
