package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Step 1: the dish that the model suggests, in the response language.
 *
 * @param recipeTitle the name of the dish
 * @param introMessage what is said first
 * @param recipeDescription the dish in general and how it is made
 * @param recommendationMessage why this dish for this shopper
 * @param notes further advice
 * @param ingredients what it needs, in the order of the recipe
 */
public record Meal(
        String recipeTitle,
        @Nullable String introMessage,
        @Nullable String recipeDescription,
        @Nullable String recommendationMessage,
        @Nullable String notes,
        List<Ingredient> ingredients) {

    public Meal {
        Require.notBlank(recipeTitle, "recipe_title");
        ingredients = List.copyOf(ingredients);
    }
}
