package com.ones1ght.adapters.signage.embedded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
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
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Currencies whose prices have no decimals. */
    private static final Set<String> WITHOUT_MINOR_UNIT =
            Set.of("₩", "￦", "¥", "￥", "원", "엔", "円", "ウォン", "KRW", "JPY");

    /** Empty for an implausible amount, and for one without a unit. */
    static Optional<Price> of(BigDecimal amount, @Nullable String unit) {
        boolean plausible = amount.signum() >= 0 && (long) amount.precision() - amount.scale() <= MAX_DIGITS;
        return plausible && unit != null && !unit.isBlank()
                ? Optional.of(new Price(amount.setScale(DECIMALS, RoundingMode.HALF_UP), unit))
                : Optional.empty();
    }

    /**
     * The price after a discount, rounded half up to the currency's smallest unit.
     *
     * @param percent above 0 and at most 100
     * @return empty if nothing remains of the discount after rounding
     */
    Optional<Price> reducedBy(BigDecimal percent) {
        BigDecimal remaining = amount.multiply(HUNDRED.subtract(percent)).divide(HUNDRED);
        BigDecimal reduced =
                remaining.setScale(decimals(), RoundingMode.HALF_UP).setScale(DECIMALS);
        return reduced.compareTo(amount) < 0 ? Optional.of(new Price(reduced, unit)) : Optional.empty();
    }

    private int decimals() {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return whole && WITHOUT_MINOR_UNIT.contains(unit.strip()) ? 0 : DECIMALS;
    }
}
