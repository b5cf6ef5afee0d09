package com.ones1ght.adapters.store.embedded;

import static com.ones1ght.adapters.store.embedded.EmbeddedStore.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.CouponSpotsContract;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.StoreId;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedCouponSpotsTest implements CouponSpotsContract {

    private final EmbeddedCouponSpots couponSpots = new EmbeddedCouponSpots(new EmbeddedStore());

    @Override
    public CouponSpots couponSpots() {
        return couponSpots;
    }

    @Override
    public List<CouponSpots> couponSpotsWithoutBackend() {
        return List.of();
    }

    @Override
    public StoreId store() {
        return MAIN;
    }

    @Test
    void thereShouldBeAtLeastEightCompleteSpots() {
        List<CouponSpot> spots = couponSpots.spots(MAIN).toCompletableFuture().join();

        assertThat(spots).hasSizeGreaterThanOrEqualTo(8).allSatisfy(spot -> {
            assertThat(spot).hasNoNullFieldsOrProperties();
            assertThat(spot.discountValue()).isBetween(BigDecimal.ONE, BigDecimal.valueOf(90));
        });
    }
}
