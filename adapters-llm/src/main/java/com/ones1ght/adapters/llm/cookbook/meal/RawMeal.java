package com.ones1ght.adapters.llm.cookbook.meal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.adapters.llm.shared.Json;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.shared.LocalizedText;
import java.util.List;

/** The raw output of step 1, in the shape common to all pipelines. */
final class RawMeal {

    private RawMeal() {}

    static ObjectNode of(Meal meal) {
        ObjectNode json = Json.object()
                .put("recipe_title", meal.recipeTitle())
                .put("intro_message", meal.introMessage())
                .put("recipe_description", meal.recipeDescription())
                .put("recommendation_message", meal.recommendationMessage())
                .put("notes", meal.notes());
        json.setAll(ingredients(meal.ingredients()));
        return json;
    }

    /** The field of a meal that holds its ingredients, in an object of its own. */
    static ObjectNode ingredients(List<Ingredient> ingredients) {
        ObjectNode json = Json.object();
        ArrayNode entries = json.putArray("ingredients");
        for (Ingredient ingredient : ingredients) {
            ObjectNode entry = entries.addObject();
            entry.set("name", Json.text(ingredient.name(), "jp"));
            entry.put("category", ingredient.category());
            entry.put("quantity", ingredient.quantity());
            LocalizedText unit = ingredient.quantityUnit();
            entry.set("quantity_unit", unit == null ? null : Json.text(unit, "jp"));
        }
        return json;
    }
}
