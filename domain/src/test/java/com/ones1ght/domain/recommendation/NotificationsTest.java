package com.ones1ght.domain.recommendation;

import static com.ones1ght.domain.recommendation.BackRecommendations.aCoupon;
import static com.ones1ght.domain.recommendation.BackRecommendations.anAd;
import static com.ones1ght.domain.recommendation.BackRecommendations.anAdFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Signage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotificationsTest {
    private static final Signage ENTRANCE = new Signage(1, "entrance", new Location(0, 0, 3));
    private static final Signage DAIRY = new Signage(2, "dairy", new Location(20, 20, 3));

    @Test
    void signageShouldBeTheOneNearestToTheFirstAdsProduct() {
        BackList backList = new BackList(List.of(anAdFor(1, "0.1"), anAdFor(2, "0.9")));

        Notifications notifications = Notifications.merge(
                backList,
                Products.byId(Products.at(1, new Location(1, 1, 0)), Products.at(2, new Location(18, 21, 0))),
                List.of(ENTRANCE, DAIRY));

        assertThat(notifications.signage()).isEqualTo(DAIRY.location());
    }

    @Test
    void signageShouldBeNullWhereTheStoreHasNone() {
        Notifications notifications = Notifications.merge(
                new BackList(List.of(anAdFor(1, "0.9"))),
                Products.byId(Products.at(1, new Location(1, 1, 0))),
                List.of());

        assertThat(notifications.signage()).isNull();
    }

    @Test
    void signageShouldBeNullWhereTheFirstProductIsUnknownOrHasNoPlace() {
        BackList backList = new BackList(List.of(anAdFor(1, "0.9"), anAdFor(2, "0.8")));

        assertThat(Notifications.merge(
                                backList, Products.byId(Products.at(2, new Location(1, 1, 0))), List.of(ENTRANCE))
                        .signage())
                .isNull();
        assertThat(Notifications.merge(backList, Products.byId(Products.at(1, null)), List.of(ENTRANCE))
                        .signage())
                .isNull();
    }

    @Test
    void nothingRecommendedShouldGiveEmptyLists() {
        Notifications notifications = Notifications.merge(new BackList(List.of()), Map.of(), List.of(ENTRANCE));

        assertThat(notifications).isEqualTo(new Notifications(null, List.of(), List.of(), AnalystComments.NONE));
    }

    @Test
    void adsShouldBeCutToThreeAndCouponsNot() {
        BackList backList = new BackList(List.of(
                anAd("a1", "0.1"),
                anAd("a2", "0.2"),
                anAd("a3", "0.3"),
                anAd("a4", "0.4"),
                aCoupon("c1", null),
                aCoupon("c2", "0.2"),
                aCoupon("c3", "0.3"),
                aCoupon("c4", "0.4")));

        Notifications notifications = Notifications.merge(backList, Map.of(), List.of());

        assertThat(notifications.ads())
                .extracting(ad -> ad.recommendation().recommendationId())
                .containsExactly("a4", "a3", "a2");
        assertThat(notifications.coupons())
                .extracting(coupon -> coupon.recommendation().recommendationId())
                .containsExactly("c4", "c3", "c2", "c1");
    }
}
