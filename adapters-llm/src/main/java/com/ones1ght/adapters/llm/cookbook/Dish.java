package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.domain.shared.LocalizedText;
import java.util.List;
import java.util.Set;

/**
 * A dish of the cookbook.
 *
 * @param id its name in files and in the raw output
 * @param title its name
 * @param hook a sentence that recommends it
 * @param method how it is made; {@code {pork belly}} stands for that ingredient or what replaces it,
 *     {@code [egg|…]} is left out together with the egg
 * @param servings for how many people the quantities are
 * @param minutes from the first cut to the table
 * @param tags cuisine, kind and character, for example {@code korean, stew, spicy}
 * @param ingredients in the order of the recipe
 * @param keywords its names in all languages
 */
public record Dish(
        String id,
        LocalizedText title,
        LocalizedText hook,
        LocalizedText method,
        int servings,
        int minutes,
        Set<String> tags,
        List<RecipeIngredient> ingredients,
        List<String> keywords) {

    public static final Set<String> CUISINES = Set.of(
            "korean", "japanese", "western", "italian", "mexican", "french", "chinese", "indian", "mediterranean");

    /** Tags of the kind of dish, as opposed to its character. */
    public static final Set<String> KINDS = Set.of(
            "soup",
            "stew",
            "hotpot",
            "noodles",
            "pasta",
            "bowl",
            "rice",
            "curry",
            "salad",
            "porridge",
            "grill",
            "fried",
            "stir-fry");

    public Dish {
        ingredients = List.copyOf(ingredients);
        tags = Set.copyOf(tags);
        keywords = List.copyOf(keywords);
    }

    public boolean has(String tag) {
        return tags.contains(tag);
    }
}
