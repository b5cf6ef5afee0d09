package com.ones1ght.application.store.port;

import static com.ones1ght.application.store.port.StoreFixtures.CORNER_SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.store.StoreId;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FakeCouponSpotsTest implements CouponSpotsContract {

    private final FakeCouponSpots spots = StoreFixtures.someSpots();

    @Override
    public CouponSpots couponSpots() {
        return spots;
    }

    @Override
    public List<CouponSpots> couponSpotsWithoutBackend() {
        FakeCouponSpots away = StoreFixtures.someSpots();
        away.goAway();
        return List.of(away);
    }

    @Override
    public StoreId store() {
        return CORNER_SHOP;
    }

    @Test
    void aStoreThatIsAwayShouldFailUntilItIsBack() {
        spots.goAway();

        assertThat(spots.spots(CORNER_SHOP))
                .failsWithin(patience())
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(StoreUnavailableException.class);

        spots.comeBack();

        assertThat(spots.spots(CORNER_SHOP)).succeedsWithin(patience());
    }
}
