package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The output of step 1: the dish that the model suggests, in the response language.
 *
 * @param introMessage the opening sentence
 * @param recipeDescription the dish and its preparation
 * @param recommendationMessage why this dish suits the shopper
 * @param notes further advice
 * @param ingredients in the order of the recipe
 */
public record Meal(
        String recipeTitle,
        @Nullable String introMessage,
        @Nullable String recipeDescription,
        @Nullable String recommendationMessage,
        @Nullable String notes,
        List<Ingredient> ingredients) {

    public Meal {
        Require.notBlank(recipeTitle, "recipeTitle");
        ingredients = List.copyOf(ingredients);
    }
}
