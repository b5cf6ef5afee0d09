package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.request.ConversationConstraints;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Chooses the dish that fits best. When none is left, constraints are relaxed in this order: character, what is unwanted,
 * the diet; allergies never.
 */
final class DishChooser {

    private final Cookbook cookbook;

    DishChooser(Cookbook cookbook) {
        this.cookbook = cookbook;
    }

    /**
     * @return the dish, adapted to the exclusions that could be kept
     * @throws IllegalStateException when every dish of the cookbook contains an allergen; its plainest dish prevents that
     */
    DishVariant choose(MealRequest mealRequest) {
        Exclusions all = mealRequest.exclusions();
        Predicate<Dish> fits = dish -> fitsCharacter(dish, mealRequest);
        Predicate<Dish> any = dish -> true;
        return best(mealRequest, all, fits)
                .or(() -> best(mealRequest, all, any))
                .or(() -> best(mealRequest, all.withoutUnwanted(), any))
                .or(() -> best(mealRequest, all.allergiesOnly(), any))
                .orElseThrow(() -> new IllegalStateException("no dish is free of the allergens"));
    }

    private Optional<DishVariant> best(MealRequest mealRequest, Exclusions exclusions, Predicate<Dish> accepted) {
        List<DishVariant> variants = cookbook.dishes().stream()
                .filter(accepted)
                .flatMap(dish -> DishVariant.of(
                        dish, exclusions, mealRequest.constraints().foods())
                        .stream())
                .filter(variant -> !variant.ingredients().isEmpty())
                .toList();
        DishScore score = new DishScore(mealRequest);
        return variants.stream().max(Comparator.comparingInt(score::of).thenComparing(variant -> variant.dish()
                .id()));
    }

    private static boolean fitsCharacter(Dish dish, MealRequest mealRequest) {
        ConversationConstraints constraints = mealRequest.constraints();
        if (mealRequest.preferences().dishes().contains(dish.id())) {
            return true;
        }
        boolean mustBeMild = constraints.tags().contains("mild")
                || constraints.tags().contains("kids") && !constraints.tags().contains("spicy");
        return !(mustBeMild && dish.has("spicy"))
                && constraints.unwantedTags().stream().noneMatch(dish::has)
                && !constraints.unwantedDishes().contains(dish.id());
    }
}
