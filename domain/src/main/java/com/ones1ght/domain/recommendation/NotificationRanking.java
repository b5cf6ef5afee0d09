package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Highest priority first, without a priority last, ties in the pipeline's order. */
final class NotificationRanking {

    private static final Comparator<BackRecommendation> BY_PRIORITY =
            Comparator.comparing(BackRecommendation::priorityScore, Comparator.nullsLast(Comparator.reverseOrder()));

    private NotificationRanking() {}

    static List<RankedNotification> rank(
            BackList backList, NotificationType type, int limit, Map<ProductId, Product> products) {
        List<BackRecommendation> sorted = backList.recommendations().stream()
                .filter(recommendation -> recommendation.type() == type)
                .sorted(BY_PRIORITY)
                .limit(limit)
                .toList();
        List<RankedNotification> ranked = new ArrayList<>(sorted.size());
        for (BackRecommendation recommendation : sorted) {
            Product product = recommendation.productId() == null ? null : products.get(recommendation.productId());
            ranked.add(new RankedNotification(ranked.size() + 1, recommendation, product));
        }
        return List.copyOf(ranked);
    }
}
