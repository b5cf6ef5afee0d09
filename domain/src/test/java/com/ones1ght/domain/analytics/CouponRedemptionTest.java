package com.ones1ght.domain.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CouponRedemptionTest {

    @Test
    void rateShouldBeTheShareOfThoseIssued() {
        assertThat(new CouponRedemption(3, 1).rate()).contains(new BigDecimal("0.3333"));
        assertThat(new CouponRedemption(3, 3).rate()).contains(new BigDecimal("1.0000"));
    }

    @Test
    void rateOfNothingIssuedShouldBeEmpty() {
        assertThat(CouponRedemption.NONE.rate()).isEmpty();
    }

    @Test
    void moreRedeemedThanIssuedShouldBeImpossible() {
        assertThatThrownBy(() -> new CouponRedemption(1, 3)).hasMessageContaining("redeemed");
    }
}
