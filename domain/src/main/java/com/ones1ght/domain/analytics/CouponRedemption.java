package com.ones1ght.domain.analytics;

import com.ones1ght.domain.shared.Require;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How many issued coupons have been redeemed since, at any time. A coupon is one recommendation within a round, however
 * often it was issued or redeemed.
 *
 * @param issued distinct coupons issued, at least 0
 * @param redeemed those of them that were redeemed, at most {@code issued}
 */
public record CouponRedemption(long issued, long redeemed) {

    public static final CouponRedemption NONE = new CouponRedemption(0, 0);

    private static final int DECIMALS = 4;

    public CouponRedemption {
        Require.that(redeemed >= 0 && redeemed <= issued, "redeemed", "be from 0 to issued");
    }

    /** The share redeemed, from 0 to 1 with four decimals; empty when none was issued. */
    public Optional<BigDecimal> rate() {
        return issued == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(redeemed)
                        .divide(BigDecimal.valueOf(issued), DECIMALS, RoundingMode.HALF_UP));
    }
}
