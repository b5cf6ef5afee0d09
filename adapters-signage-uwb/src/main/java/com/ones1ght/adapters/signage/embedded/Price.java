package com.ones1ght.adapters.signage.embedded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A price.
 *
 * @param amount not negative, at most two decimals, below 10^{@value #MAX_DIGITS}
 * @param unit the currency's symbol or name, for example {@code ₩}
 */
record Price(BigDecimal amount, String unit) {

    /** A longer number neither fits on a screen nor is a price. */
    private static final int MAX_DIGITS = 12;

    private static final int DECIMALS = 2;

    /** Empty for an implausible amount, and for one without a unit. */
    static Optional<Price> of(BigDecimal amount, @Nullable String unit) {
        boolean plausible = amount.signum() >= 0 && (long) amount.precision() - amount.scale() <= MAX_DIGITS;
        return plausible && unit != null && !unit.isBlank()
                ? Optional.of(new Price(amount.setScale(DECIMALS, RoundingMode.HALF_UP), unit))
                : Optional.empty();
    }
}
