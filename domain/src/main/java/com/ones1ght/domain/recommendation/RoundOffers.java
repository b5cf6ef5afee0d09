package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Require;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a round offers, and how an offer is found by the name that a client gives it. A report on an ad is looked for
 * among the ads, the coupons and the recommended items, in this order; one on a coupon among the coupons first, one on
 * a recommended item among those first. Only a recommended item may also be named by upstream's own id. The first of
 * several with one name counts.
 *
 * @param ads in their order, each recommendation once
 * @param coupons in their order
 * @param recommended in their order
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
        Require.notNull(surfaceComments, "surface_comments");
        Require.notNull(backListComments, "back_list_comments");
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
     * The offer of this name.
     *
     * @param kind what the client's report is about
     * @param name a recommendation id; of a recommended item, also upstream's own id
     */
    public Optional<Offer> find(OfferKind kind, String name) {
        Optional<Offer> found = inOrder(kind)
                .filter(offer -> offer.recommendationId().equals(name))
                .findFirst();
        return found.isPresent() || kind != OfferKind.RECOMMENDATION ? found : byUpstreamId(name);
    }

    /**
     * The analyst's comment on a recommendation, whether the round shows it or not: of step 3 for a recommended item,
     * of step 4 for the others, and else of the other step.
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
