package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a text, a prompt or a profile, asks for.
 *
 * @param dishes dishes it names
 * @param unwantedDishes dishes it rules out
 * @param foods foods and families it wants
 * @param unwantedFoods foods and families it rules out
 * @param allergies foods and families that the shopper is allergic to
 * @param tags cuisine, kind and character it wants
 * @param unwantedTags the same ruled out
 * @param diet a way of eating it asks for
 * @param additions what is to be bought beside the dish, drinks above all
 * @param servings for how many people
 * @param anotherOne whether it asks for something else than before
 * @param asksForMeal whether it asks what to eat, without saying more
 */
public record MealPreferences(
        Set<String> dishes,
        Set<String> unwantedDishes,
        Set<String> foods,
        Set<String> unwantedFoods,
        Set<String> allergies,
        Set<String> tags,
        Set<String> unwantedTags,
        Diet diet,
        Set<String> additions,
        OptionalInt servings,
        boolean anotherOne,
        boolean asksForMeal) {

    /** Households cook for no more people at once; a larger number is taken as this. */
    public static final int MAX_SERVINGS = 12;

    public MealPreferences {
        dishes = Set.copyOf(dishes);
        unwantedDishes = Set.copyOf(unwantedDishes);
        foods = Set.copyOf(foods);
        unwantedFoods = Set.copyOf(unwantedFoods);
        allergies = Set.copyOf(allergies);
        tags = Set.copyOf(tags);
        unwantedTags = Set.copyOf(unwantedTags);
        additions = Set.copyOf(additions);
    }

    /** What either asks for. */
    public MealPreferences and(MealPreferences other) {
        return new MealPreferences(
                Exclusions.union(dishes, other.dishes),
                Exclusions.union(unwantedDishes, other.unwantedDishes),
                Exclusions.union(foods, other.foods),
                Exclusions.union(unwantedFoods, other.unwantedFoods),
                Exclusions.union(allergies, other.allergies),
                Exclusions.union(tags, other.tags),
                Exclusions.union(unwantedTags, other.unwantedTags),
                diet.and(other.diet),
                Exclusions.union(additions, other.additions),
                servings.isPresent() ? servings : other.servings,
                anotherOne || other.anotherOne,
                asksForMeal || other.asksForMeal);
    }

    /** Without the foods it wants. */
    MealPreferences withoutFoods() {
        return new MealPreferences(
                dishes,
                unwantedDishes,
                Set.of(),
                unwantedFoods,
                allergies,
                tags,
                unwantedTags,
                diet,
                additions,
                servings,
                anotherOne,
                asksForMeal);
    }

    /** Whether it says what the dish should be, and not only what should change in it. */
    public boolean namesDish() {
        return !dishes.isEmpty()
                || tags.stream().anyMatch(tag -> Dish.KINDS.contains(tag) || Dish.CUISINES.contains(tag));
    }

    /** Whether it says nothing that a dish could be chosen by. */
    public boolean isEmpty() {
        return dishes.isEmpty()
                && unwantedDishes.isEmpty()
                && foods.isEmpty()
                && unwantedFoods.isEmpty()
                && allergies.isEmpty()
                && tags.isEmpty()
                && unwantedTags.isEmpty()
                && diet == Diet.NONE
                && additions.isEmpty()
                && servings.isEmpty()
                && !anotherOne;
    }
}
