package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.Signage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ads and coupons of a round as shown to the shopper.
 *
 * @param signage the location of the signage nearest to the first ad's product; null where the store has no signage, or
 *     does not know the product or its location
 * @param ads at most {@value #MAX_ADS}, best first
 * @param coupons all, best first
 * @param analystComments on all recommendations of step 4
 */
public record Notifications(
        @Nullable Location signage,
        List<RankedNotification> ads,
        List<RankedNotification> coupons,
        AnalystComments analystComments) {

    public static final int MAX_ADS = 3;

    public Notifications {
        ads = List.copyOf(ads);
        coupons = List.copyOf(coupons);
        Require.notNull(analystComments, "analystComments");
    }

    /** Ranks the recommendations and adds their products and the signage. */
    public static Notifications merge(BackList backList, Map<ProductId, Product> products, List<Signage> signages) {
        List<RankedNotification> ads = NotificationRanking.rank(backList, NotificationType.ADS, MAX_ADS, products);
        List<RankedNotification> coupons =
                NotificationRanking.rank(backList, NotificationType.COUPON, Integer.MAX_VALUE, products);
        AnalystComments comments = AnalystComments.of(
                backList.recommendations(), BackRecommendation::recommendationId, BackRecommendation::analystComment);
        return new Notifications(nearestSignage(ads, signages), ads, coupons, comments);
    }

    private static @Nullable Location nearestSignage(List<RankedNotification> ads, List<Signage> signages) {
        Product first = ads.isEmpty() ? null : ads.get(0).product();
        Location location = first == null ? null : first.location();
        if (location == null) {
            return null;
        }
        return signages.stream()
                .map(Signage::location)
                .min(Comparator.comparingDouble(location::distanceTo))
                .orElse(null);
    }
}
