package com.ones1ght.domain.recommendation;

import static com.ones1ght.domain.recommendation.BackRecommendations.aCoupon;
import static com.ones1ght.domain.recommendation.BackRecommendations.anAd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundOffersTest {

    private static final RankedNotification AD = new RankedNotification(1, anAd("in-all", "0.9"), null);
    private static final RankedNotification COUPON = new RankedNotification(1, aCoupon("in-all", "0.9"), null);
    private static final RecommendedItem ITEM = anItem("in-all", "up-1");

    private static RecommendedItem anItem(String recId, @Nullable String upstreamId) {
        return new RecommendedItem(
                new UpsellItem(upstreamId, recId, null, null, null, SurfaceReason.UPSELL, null, null, null),
                Products.priced(1, "100"));
    }

    private static RoundOffers offers(
            List<RankedNotification> ads, List<RankedNotification> coupons, List<RecommendedItem> items) {
        return new RoundOffers(ads, coupons, items, AnalystComments.NONE, AnalystComments.NONE);
    }

    @Test
    void anOfferShouldBeLookedForFirstWhereItsKindIs() {
        RoundOffers all = offers(List.of(AD), List.of(COUPON), List.of(ITEM));

        assertThat(all.find(OfferKind.AD, "in-all")).contains(AD);
        assertThat(all.find(OfferKind.COUPON, "in-all")).contains(COUPON);
        assertThat(all.find(OfferKind.RECOMMENDATION, "in-all")).contains(ITEM);
    }

    @Test
    void anOfferShouldBeLookedForNextAmongTheOtherNotifications() {
        assertThat(offers(List.of(), List.of(COUPON), List.of(ITEM)).find(OfferKind.AD, "in-all"))
                .contains(COUPON);
        assertThat(offers(List.of(AD), List.of(), List.of(ITEM)).find(OfferKind.COUPON, "in-all"))
                .contains(AD);
        assertThat(offers(List.of(AD), List.of(COUPON), List.of()).find(OfferKind.RECOMMENDATION, "in-all"))
                .contains(AD);
    }

    @ParameterizedTest
    @EnumSource
    void anOfferShouldBeFoundWhereverItIs(OfferKind kind) {
        assertThat(offers(List.of(), List.of(), List.of(ITEM)).find(kind, "in-all"))
                .contains(ITEM);
        assertThat(offers(List.of(), List.of(), List.of(ITEM)).find(kind, "other"))
                .isEmpty();
        assertThat(RoundResult.NONE.offers().find(kind, "in-all")).isEmpty();
    }

    @Test
    void onlyARecommendedItemMayBeNamedByUpstreamsId() {
        RoundOffers offers = offers(List.of(), List.of(), List.of(anItem("other", null), ITEM));

        assertThat(offers.find(OfferKind.RECOMMENDATION, "up-1")).contains(ITEM);
        assertThat(offers.find(OfferKind.AD, "up-1")).isEmpty();
        assertThat(offers.find(OfferKind.COUPON, "up-1")).isEmpty();
    }

    @Test
    void recommendationIdsShouldWinOverUpstreamsIds() {
        RecommendedItem namedLikeAnother = anItem("other", "in-all");
        RoundOffers offers = offers(List.of(AD), List.of(), List.of(namedLikeAnother));

        assertThat(offers.find(OfferKind.RECOMMENDATION, "in-all")).contains(AD);
    }

    @Test
    void theFirstOfSeveralWithOneNameShouldCount() {
        RankedNotification second = new RankedNotification(2, anAd("in-all", "0.1"), null);
        RoundOffers offers = offers(List.of(AD, second), List.of(), List.of());

        assertThat(offers.ads()).containsExactly(AD);
        assertThat(offers.find(OfferKind.AD, "in-all")).contains(AD);
    }

    @Test
    void theCommentShouldBeTheOneOfTheKindsOwnStep() {
        RoundOffers offers = new RoundOffers(
                List.of(),
                List.of(),
                List.of(),
                new AnalystComments(Map.of("both", "of step 3", "surface", "of step 3")),
                new AnalystComments(Map.of("both", "of step 4", "back-list", "of step 4")));

        assertThat(offers.analystComment(OfferKind.RECOMMENDATION, "both")).contains("of step 3");
        assertThat(offers.analystComment(OfferKind.AD, "both")).contains("of step 4");
        assertThat(offers.analystComment(OfferKind.COUPON, "both")).contains("of step 4");
        assertThat(offers.analystComment(OfferKind.RECOMMENDATION, "back-list")).contains("of step 4");
        assertThat(offers.analystComment(OfferKind.AD, "surface")).contains("of step 3");
        assertThat(offers.analystComment(OfferKind.AD, "other")).isEmpty();
    }
}
