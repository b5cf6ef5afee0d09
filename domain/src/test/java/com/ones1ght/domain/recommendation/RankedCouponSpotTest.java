package com.ones1ght.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankedCouponSpotTest {

    @Test
    void disabledSpotsShouldBeLeftOutBeforeRanking() {
        List<RankedCouponSpot> ranked = RankedCouponSpot.rank(
                List.of(aSpot(9, true, null), aSpot(2, false, null), aSpot(5, true, null)), Map.of());

        assertThat(ranked).extracting(spot -> spot.spot().spotNo()).containsExactly(5, 9);
        assertThat(ranked).extracting(RankedCouponSpot::rank).containsExactly(1, 2);
    }

    @Test
    void spotWhoseProductTheStoreDoesNotKnowShouldStay() {
        List<RankedCouponSpot> ranked = RankedCouponSpot.rank(
                List.of(aSpot(1, true, 7L), aSpot(2, true, 8L), aSpot(3, true, null)),
                Products.byId(Products.priced(8, "100")));

        assertThat(ranked).extracting(RankedCouponSpot::product).containsExactly(null, Products.priced(8, "100"), null);
    }

    @Test
    void itemNameShouldBeTheProductsWhereTheStoreHasTranslations() {
        Product translated = Products.named(8, new LocalizedText("두부", "Tofu", "豆腐"));
        List<RankedCouponSpot> ranked = RankedCouponSpot.rank(
                List.of(aSpot(1, true, 7L), aSpot(2, true, 8L), aSpot(3, true, 9L)),
                Products.byId(translated, Products.priced(9, "100")));

        assertThat(ranked).extracting(spot -> spot.itemNameIn(Language.JA)).containsExactly("spot 1", "豆腐", "spot 3");
    }

    private static CouponSpot aSpot(int number, boolean enabled, @Nullable Long product) {
        return new CouponSpot(
                number,
                product == null ? null : new ProductId(product),
                "spot " + number,
                null,
                null,
                null,
                new Location(1, 1, 1),
                enabled);
    }
}
