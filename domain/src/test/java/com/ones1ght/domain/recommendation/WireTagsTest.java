package com.ones1ght.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WireTagsTest {

    @Test
    void reasonsShouldHaveTheTagsOfTheContractAndBeReadBack() {
        assertThat(SurfaceReason.values())
                .extracting(SurfaceReason::tag)
                .containsExactly("cross-sell", "upsell", "impulse");
        assertThat(SurfaceReason.ofTag("cross-sell")).contains(SurfaceReason.CROSS_SELL);
        assertThat(SurfaceReason.ofTag("cross_sell")).isEmpty();
    }

    @Test
    void notificationTypesShouldHaveTheTagsOfTheContractAndBeReadBack() {
        assertThat(NotificationType.values()).extracting(NotificationType::tag).containsExactly("ads", "coupon");
        assertThat(NotificationType.ofTag("coupon")).contains(NotificationType.COUPON);
        assertThat(NotificationType.ofTag("Coupon")).isEmpty();
    }
}
