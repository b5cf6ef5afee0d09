package com.ones1ght.adapters.llm.embedded;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a dish needs of one food.
 *
 * @param food what the recipe calls for
 * @param quantity for the dish's own number of servings, above 0
 * @param measure the unit of {@code quantity}
 * @param optional whether the dish is still the same without it
 * @param alternatives what does in its place, best first
 */
record Need(Food food, BigDecimal quantity, Measure measure, boolean optional, List<Food> alternatives) {

    Need {
        alternatives = List.copyOf(alternatives);
    }

    Need with(Food other) {
        return new Need(other, quantity, measure, optional, List.of());
    }
}
