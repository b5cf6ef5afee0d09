package com.ones1ght.adapters.llm.cookbook.request;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.language.Mentioned;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A dish suggested earlier, to which a conversation goes back. Who eats, and what is in the kitchen, is as it is now; an
 * allergy holds. What was refused meanwhile still is where another dish was asked for since, unless the earlier one is
 * nothing without it; back to how the same dish was first, it is taken back.
 *
 * @param meal the constraints that it was suggested under
 */
record EarlierDish(ConversationConstraints meal, Cookbook cookbook) {

    /**
     * The constraints under which it is suggested again.
     *
     * @param now those that hold so far
     * @param kept the ways of eating that still hold
     * @param isUndone whether what was changed in the very dish is taken back
     */
    ConversationConstraints again(ConversationConstraints now, Diet kept, boolean isUndone) {
        Set<String> lasting = new LinkedHashSet<>(now.tags());
        lasting.retainAll(isUndone ? Set.of(Shopper.MINOR) : ConversationConstraints.LASTING_TAGS);
        return new ConversationConstraints(
                meal.dish(),
                now.suggested(),
                new Mentioned(meal.wanted().dishes(), meal.foods(), Exclusions.union(meal.tags(), lasting)),
                isUndone ? meal.unwanted() : refusedSince(now.unwanted()),
                now.allergies(),
                now.unknownAllergens(),
                kept,
                meal.additions(),
                now.atHand(),
                meal.amounts(),
                now.limits().inTimeOf(meal.limits()));
    }

    private Mentioned refusedSince(Mentioned unwanted) {
        Set<String> dishes = new LinkedHashSet<>(meal.unwanted().dishes());
        dishes.remove(meal.dish());
        Set<String> foods = new LinkedHashSet<>(unwanted.foods());
        cookbook.dish(meal.dish()).ifPresent(dish -> foods.removeIf(food -> isEssential(food, unwanted.foods(), dish)));
        return new Mentioned(
                dishes,
                Exclusions.union(meal.unwanted().foods(), foods),
                meal.unwanted().tags());
    }

    /** Whether the dish is named after what is refused, and its recipe has nothing else in the place of that. */
    private static boolean isEssential(String refused, Set<String> all, Dish dish) {
        return dish.ingredients().stream()
                .filter(ingredient -> ingredient.food().isOrComesFrom(refused) && dish.isNamedAfter(ingredient.food()))
                .anyMatch(ingredient -> ingredient.alternatives().stream()
                        .allMatch(other -> all.stream().anyMatch(other.food()::isOrComesFrom)));
    }
}
