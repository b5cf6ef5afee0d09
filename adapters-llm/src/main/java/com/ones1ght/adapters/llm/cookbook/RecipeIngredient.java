package com.ones1ght.adapters.llm.cookbook;

import java.math.BigDecimal;
import java.util.List;

/**
 * An ingredient of a recipe.
 *
 * @param food what the recipe calls for
 * @param quantity for the dish's own number of servings, above 0
 * @param measure the unit of {@code quantity}
 * @param optional whether the dish is still the same without it
 * @param alternatives foods that can replace it, best first
 */
public record RecipeIngredient(
        Food food, BigDecimal quantity, Measure measure, boolean optional, List<Food> alternatives) {

    /** A cube of bouillon makes half a litre, a bag of stock a whole one. */
    private static final BigDecimal CUBES_PER_BAG = BigDecimal.valueOf(2);

    public RecipeIngredient {
        alternatives = List.copyOf(alternatives);
    }

    /** With another food in its place; a bag of stock for a litre becomes cubes where those are sold. */
    public RecipeIngredient with(Food other) {
        if (measure == Measure.PACK && other.packUnit() == Measure.CUBE) {
            return new RecipeIngredient(other, quantity.multiply(CUBES_PER_BAG), Measure.CUBE, optional, List.of());
        }
        return new RecipeIngredient(other, quantity, measure, optional, List.of());
    }
}
