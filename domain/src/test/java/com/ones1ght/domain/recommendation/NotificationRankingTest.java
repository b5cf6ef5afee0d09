package com.ones1ght.domain.recommendation;

import static com.ones1ght.domain.recommendation.BackRecommendations.aCoupon;
import static com.ones1ght.domain.recommendation.BackRecommendations.anAd;
import static com.ones1ght.domain.recommendation.BackRecommendations.anAdFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.store.Product;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotificationRankingTest {

    @Test
    void highestPriorityShouldComeFirst() {
        assertThat(rankedAds(anAd("low", "0.1"), anAd("high", "0.9"), anAd("middle", "0.5")))
                .containsExactly("high", "middle", "low");
    }

    @Test
    void recommendationWithoutPriorityShouldComeLast() {
        assertThat(rankedAds(anAd("none", null), anAd("zero", "0"), anAd("negative", "-1")))
                .containsExactly("zero", "negative", "none");
    }

    @Test
    void equalPrioritiesShouldKeepUpstreamsOrderWhateverTheirScale() {
        assertThat(rankedAds(anAd("first", "0.50"), anAd("second", "0.5"), anAd("third", "0.500")))
                .containsExactly("first", "second", "third");
        assertThat(rankedAds(anAd("first", null), anAd("second", null))).containsExactly("first", "second");
    }

    @Test
    void ranksShouldCountFromOne() {
        List<RankedNotification> ranked = NotificationRanking.rank(
                new BackList(List.of(anAd("a", "0.1"), anAd("b", "0.9"))), NotificationType.ADS, 9, Map.of());

        assertThat(ranked).extracting(RankedNotification::rank).containsExactly(1, 2);
    }

    @Test
    void onlyTheBestShouldStayWithinTheLimit() {
        BackList four = new BackList(List.of(anAd("d", "0.1"), anAd("a", "0.4"), anAd("c", "0.2"), anAd("b", "0.3")));

        assertThat(ids(NotificationRanking.rank(four, NotificationType.ADS, 3, Map.of())))
                .containsExactly("a", "b", "c");
    }

    @Test
    void onlyTheAskedTypeShouldBeRanked() {
        BackList mixed = new BackList(List.of(anAd("ad", "0.1"), aCoupon("coupon", "0.9")));

        assertThat(ids(NotificationRanking.rank(mixed, NotificationType.ADS, 3, Map.of())))
                .containsExactly("ad");
        assertThat(ids(NotificationRanking.rank(mixed, NotificationType.COUPON, 3, Map.of())))
                .containsExactly("coupon");
    }

    @Test
    void itemThatTheStoreDoesNotKnowShouldStayWithoutAProduct() {
        Product tofu = Products.priced(1, "100");

        List<RankedNotification> ranked = NotificationRanking.rank(
                new BackList(List.of(anAdFor(1, "0.9"), anAdFor(2, "0.8"), anAd("none", "0.7"))),
                NotificationType.ADS,
                3,
                Products.byId(tofu));

        assertThat(ranked).extracting(RankedNotification::product).containsExactly(tofu, null, null);
    }

    private static List<String> rankedAds(BackRecommendation... recommendations) {
        return ids(NotificationRanking.rank(
                new BackList(List.of(recommendations)), NotificationType.ADS, Integer.MAX_VALUE, Map.of()));
    }

    private static List<String> ids(List<RankedNotification> ranked) {
        return ranked.stream()
                .map(one -> one.recommendation().recommendationId())
                .toList();
    }
}
