package com.ones1ght.adapters.llm.cookbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An ingredient of a recipe.
 *
 * @param food what the recipe calls for
 * @param quantity for the dish's own number of servings, above 0
 * @param measure the unit of {@code quantity}
 * @param scales whether it takes more of it for more people; a pot of frying oil is the same for any number
 * @param optional whether the dish is still the same without it
 * @param alternatives what can replace it, best first; they have no alternatives of their own
 */
public record RecipeIngredient(
        Food food,
        BigDecimal quantity,
        Measure measure,
        boolean scales,
        boolean optional,
        List<RecipeIngredient> alternatives) {

    public RecipeIngredient {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * Whether the food of any of them is so. Asked of every dish for each request: a loop, because streams cost several
     * times as much.
     */
    public static boolean isAny(List<RecipeIngredient> ingredients, Predicate<Food> so) {
        for (RecipeIngredient ingredient : ingredients) {
            if (so.test(ingredient.food)) {
                return true;
            }
        }
        return false;
    }

    /** As much of another food, weighed where its pieces are others: no bunch of onions. */
    public RecipeIngredient of(Food other) {
        Optional<BigDecimal> weight =
                food.grams(measure).filter(grams -> other.grams(measure).isEmpty());
        return new RecipeIngredient(
                other,
                weight.map(grams -> grams.multiply(quantity)).orElse(quantity),
                weight.isPresent() ? Measure.G : measure,
                scales,
                optional,
                List.of());
    }
}
