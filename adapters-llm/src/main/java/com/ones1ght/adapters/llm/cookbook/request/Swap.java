package com.ones1ght.adapters.llm.cookbook.request;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what "두부 말고 다른 거" leaves open: the something else in the place of a food that a dish goes on without.
 *
 * @param exclusions what the shopper does not get besides
 */
record Swap(Cookbook cookbook, Exclusions exclusions) {

    /** @param reference the dish that is spoken of */
    MealPreferences resolve(MealPreferences preferences, Optional<Dish> reference) {
        Exclusions all = exclusions.and(new Exclusions(
                preferences.allergies(),
                preferences.unknownAllergens(),
                preferences.unwantedFoods(),
                preferences.diet()));
        return reference
                .flatMap(dish -> dish.ingredients().stream()
                        .filter(ingredient ->
                                preferences.unwantedFoods().stream().anyMatch(ingredient.food()::is))
                        .filter(ingredient -> !dish.isMadeOf(ingredient.food()))
                        .flatMap(ingredient -> others(ingredient, dish, all)
                                .map(food -> preferences.swappingIn(food.key(), food.isOfKindOf(ingredient.food()))))
                        .findFirst())
                .orElseGet(() ->
                        reference.filter(dish -> isWithout(dish, preferences)).isPresent()
                                ? preferences
                                : preferences.withAnother());
    }

    /** Whether the dish has nothing of what is ruled out, so that there is no place for anything else. */
    private boolean isWithout(Dish dish, MealPreferences preferences) {
        return !preferences.unwantedFoods().isEmpty()
                && preferences.unwantedFoods().stream()
                        .noneMatch(food -> ConversationConstraints.isDrink(food, cookbook.foods())
                                || dish.ingredients().stream()
                                        .anyMatch(
                                                ingredient -> ingredient.food().is(food)));
    }

    private Stream<Food> others(RecipeIngredient ingredient, Dish dish, Exclusions all) {
        return Stream.concat(
                        ingredient.alternatives().stream().map(RecipeIngredient::food),
                        cookbook.swapsFor(ingredient.food()).stream())
                .filter(food -> !food.isStaple() && !all.forbids(food))
                .filter(food -> dish.ingredients().stream()
                        .noneMatch(there -> there.food().equals(food)));
    }
}
