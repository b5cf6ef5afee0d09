package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Scales a recipe to another number of people, to quantities that a cook can measure. */
final class Quantities {

    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    private Quantities() {}

    /** Grams and millilitres to the nearest 5, everything else to the nearest quarter; never 0. */
    static BigDecimal scale(BigDecimal quantity, Measure measure, int from, int to) {
        if (from == to) {
            return quantity;
        }
        BigDecimal exact =
                quantity.multiply(BigDecimal.valueOf(to)).divide(BigDecimal.valueOf(from), 4, RoundingMode.HALF_UP);
        BigDecimal step = measure.isDivisible() ? FIVE : QUARTER;
        BigDecimal steps = exact.divide(step, 0, RoundingMode.HALF_UP).max(BigDecimal.ONE);
        BigDecimal scaled = steps.multiply(step).stripTrailingZeros();
        return scaled.scale() < 0 ? scaled.setScale(0) : scaled;
    }
}
