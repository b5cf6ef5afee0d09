package com.ones1ght.adapters.signage.embedded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What something costs.
 *
 * @param amount not negative, at most two decimals, below 10^{@value #MOST_DIGITS}
 * @param unit the currency's sign or word, {@code ₩} for example
 */
record Price(BigDecimal amount, String unit) {

    /** More would neither fit on a screen nor be a price. */
    private static final int MOST_DIGITS = 12;

    private static final int DECIMALS = 2;

    /** Empty for amounts that no shop asks for, and for those of which nobody says in what. */
    static Optional<Price> of(BigDecimal amount, @Nullable String unit) {
        boolean plausible = amount.signum() >= 0 && (long) amount.precision() - amount.scale() <= MOST_DIGITS;
        return plausible && unit != null && !unit.isBlank()
                ? Optional.of(new Price(amount.setScale(DECIMALS, RoundingMode.HALF_UP), unit))
                : Optional.empty();
    }
}
