package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds the dish that comes closest to one that the cookbook lacks, by what that one is like. */
final class NearestDish {

    private static final int KIND = 24;
    private static final int CUISINE = 12;
    private static final int CHARACTER = 4;
    private static final int MAIN_FOOD = 20;
    private static final int FOOD = 8;

    /** Ingredients that a dish is mostly made of. */
    private static final int MAIN_FOODS = 2;

    private final Map<String, Dish> dishes;

    /** @param dishes those of the cookbook by their ids, in order */
    NearestDish(Map<String, Dish> dishes) {
        this.dishes = dishes;
    }

    /**
     * The id of a dish.
     *
     * @param description the id itself, or tags, foods and families, separated by commas
     * @throws IllegalArgumentException where no dish has one of these, a slip in the data
     */
    String to(String description) {
        if (dishes.containsKey(description)) {
            return description;
        }
        List<String> traits = ResourceText.items(description);
        Dish nearest = null;
        int best = 0;
        for (Dish dish : dishes.values()) {
            int score = traits.stream().mapToInt(trait -> score(dish, trait)).sum();
            if (score > best) {
                best = score;
                nearest = dish;
            }
        }
        for (String trait : traits) {
            if (dishes.values().stream().noneMatch(dish -> score(dish, trait) > 0)) {
                throw new IllegalArgumentException("no dish is or has " + trait);
            }
        }
        if (nearest == null) {
            throw new IllegalArgumentException("no dish is like " + description);
        }
        return nearest.id();
    }

    private static int score(Dish dish, String trait) {
        if (dish.has(trait)) {
            return Dish.KINDS.contains(trait) ? KIND : Dish.CUISINES.contains(trait) ? CUISINE : CHARACTER;
        }
        List<Food> foods =
                dish.ingredients().stream().map(RecipeIngredient::food).toList();
        if (isAny(foods.subList(0, Math.min(MAIN_FOODS, foods.size())), trait)) {
            return MAIN_FOOD;
        }
        return isAny(foods, trait) ? FOOD : 0;
    }

    private static boolean isAny(Collection<Food> foods, String concept) {
        return foods.stream().anyMatch(food -> food.is(concept));
    }
}
