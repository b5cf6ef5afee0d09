package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.shared.LocalizedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much of an ingredient.
 *
 * @param quantity above 0
 * @param measure the unit of {@code quantity}
 */
public record Amount(BigDecimal quantity, Measure measure) {

    private static final BigDecimal STEP = new BigDecimal("0.25");

    /** How much of an ingredient a meal takes; empty where it does not say, or not in a measure known here. */
    public static Optional<Amount> of(Ingredient ingredient) {
        BigDecimal quantity = ingredient.quantity();
        LocalizedText unit = ingredient.quantityUnit();
        return quantity == null || unit == null
                ? Optional.empty()
                : Measure.labelled(unit.en()).map(measure -> new Amount(quantity, measure));
    }

    /** Both together; they are of one measure. */
    public Amount plus(Amount other) {
        BigDecimal sum = quantity.add(other.quantity).stripTrailingZeros();
        return new Amount(sum.scale() < 0 ? sum.setScale(0) : sum, measure);
    }

    /** As much of a food in another measure, to a quarter; empty where the two cannot be compared. */
    public Optional<Amount> in(Measure other, Food food) {
        if (measure == other) {
            return Optional.of(this);
        }
        return food.grams(measure).flatMap(own -> food.grams(other).map(grams -> {
            BigDecimal exact = quantity.multiply(own).divide(grams, 4, RoundingMode.HALF_UP);
            BigDecimal steps = exact.divide(STEP, 0, RoundingMode.HALF_UP).max(BigDecimal.ONE);
            BigDecimal rounded = steps.multiply(STEP).stripTrailingZeros();
            return new Amount(rounded.scale() < 0 ? rounded.setScale(0) : rounded, other);
        }));
    }
}
