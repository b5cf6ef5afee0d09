package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Require;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The offers of a round, and how a client's event finds the one that it is about. An event about an ad searches the ads,
 * the coupons and the recommended items, in this order; one about a coupon or a recommended item searches those first.
 * Only recommended items are also found by the upstream's own id. The first match counts.
 *
 * @param ads each recommendation once
 * @param surfaceComments on the items of step 3
 * @param backListComments on the recommendations of step 4
 */
public record RoundOffers(
        List<RankedNotification> ads,
        List<RankedNotification> coupons,
        List<RecommendedItem> recommended,
        AnalystComments surfaceComments,
        AnalystComments backListComments) {

    public RoundOffers {
        Set<String> seen = new HashSet<>();
        ads = ads.stream().filter(ad -> seen.add(ad.recommendationId())).toList();
        coupons = List.copyOf(coupons);
        recommended = List.copyOf(recommended);
        Require.notNull(surfaceComments, "surfaceComments");
        Require.notNull(backListComments, "backListComments");
    }

    static RoundOffers of(@Nullable RecommendedItems recommendedItems, @Nullable Notifications notifications) {
        return new RoundOffers(
                notifications == null ? List.of() : notifications.ads(),
                notifications == null ? List.of() : notifications.coupons(),
                recommendedItems == null ? List.of() : recommendedItems.items(),
                recommendedItems == null ? AnalystComments.NONE : recommendedItems.analystComments(),
                notifications == null ? AnalystComments.NONE : notifications.analystComments());
    }

    /**
     * @param kind what the event is about
     * @param id a recommendation id; of a recommended item, also the upstream's own id
     */
    public Optional<Offer> find(OfferKind kind, String id) {
        Optional<Offer> found = inOrder(kind)
                .filter(offer -> offer.recommendationId().equals(id))
                .findFirst();
        return found.isPresent() || kind != OfferKind.RECOMMENDATION ? found : byUpstreamId(id);
    }

    /**
     * The analyst comment on a recommendation, shown or not: step 3's for a recommended item, step 4's for the others,
     * else the other step's.
     */
    public Optional<String> analystComment(OfferKind kind, String recommendationId) {
        Optional<String> ofSurface = surfaceComments.on(recommendationId);
        Optional<String> ofBackList = backListComments.on(recommendationId);
        return kind == OfferKind.RECOMMENDATION ? ofSurface.or(() -> ofBackList) : ofBackList.or(() -> ofSurface);
    }

    private Stream<Offer> inOrder(OfferKind kind) {
        List<List<? extends Offer>> places =
                switch (kind) {
                    case AD -> List.of(ads, coupons, recommended);
                    case COUPON -> List.of(coupons, ads, recommended);
                    case RECOMMENDATION -> List.of(recommended, ads, coupons);
                };
        return places.stream().flatMap(List::stream);
    }

    private Optional<Offer> byUpstreamId(String id) {
        return recommended.stream()
                .filter(offer -> id.equals(offer.item().id()))
                .<Offer>map(offer -> offer)
                .findFirst();
    }
}
