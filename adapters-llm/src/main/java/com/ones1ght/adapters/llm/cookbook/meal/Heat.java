package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.JudgedFoods;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.request.ConversationConstraints;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of a hot dish where heat is refused. */
final class Heat {

    private static final String HOT = "hot";

    /** What is left out where nothing hot may be in a dish. */
    static final Exclusions NONE = new Exclusions(Set.of(), Set.of(), Set.of(HOT), Diet.NONE);

    private Heat() {}

    /** A hot dish that is asked for mild, without what makes it hot; empty where it would no longer be that dish. */
    static Optional<DishVariant> leftOut(Dish dish, JudgedFoods judged, MealRequest mealRequest) {
        return isRefused(mealRequest.constraints()) && dish.has("spicy")
                ? DishVariant.reduced(
                        dish, judged.and(NONE), mealRequest.constraints().foods(), List.of())
                : Optional.empty();
    }

    /** As mild as a dish can be whose name says what makes it hot. */
    static Optional<DishVariant> reduced(Dish dish, JudgedFoods judged, MealRequest mealRequest) {
        Set<String> seasonings = dish.ingredients().stream()
                .map(RecipeIngredient::food)
                .filter(food -> food.is(HOT) && !dish.isMadeOf(food) && !dish.isNamedAfter(food))
                .map(Food::key)
                .collect(Collectors.toSet());
        return seasonings.isEmpty() || !isTooHot(dish, mealRequest.constraints())
                ? Optional.empty()
                : DishVariant.reduced(
                        dish,
                        judged.and(new Exclusions(Set.of(), Set.of(), seasonings, Diet.NONE)),
                        mealRequest.constraints().foods(),
                        List.of());
    }

    /** Whether something hot has to be left out; a little chili in a dish that is not hot is for those who want none. */
    static boolean isTooHot(Dish dish, ConversationConstraints constraints) {
        return dish.has("spicy") ? isRefused(constraints) : constraints.tags().contains("mild") && dish.uses(HOT);
    }

    static boolean isRefused(ConversationConstraints constraints) {
        return constraints.tags().contains("mild")
                || constraints.tags().contains("kids") && !constraints.tags().contains("spicy");
    }
}
