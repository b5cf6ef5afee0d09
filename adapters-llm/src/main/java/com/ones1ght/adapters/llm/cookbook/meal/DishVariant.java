package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A dish adapted to exclusions.
 *
 * @param dish the dish
 * @param ingredients what it is made of now
 * @param replaced what took the place of what
 * @param dropped what is left out
 */
record DishVariant(Dish dish, List<RecipeIngredient> ingredients, Map<Food, Food> replaced, List<Food> dropped) {

    /** The dish adapted to the exclusions; empty when it would no longer be that dish. */
    static Optional<DishVariant> of(Dish dish, Exclusions exclusions) {
        return of(dish, exclusions, Set.of());
    }

    /**
     * The same, with wanted foods instead of those that they can replace by the recipe.
     *
     * @param wanted foods and families
     */
    static Optional<DishVariant> of(Dish dish, Exclusions exclusions, Set<String> wanted) {
        List<RecipeIngredient> ingredients = new ArrayList<>();
        Map<Food, Food> replaced = new LinkedHashMap<>();
        List<Food> dropped = new ArrayList<>();
        for (RecipeIngredient ingredient : dish.ingredients()) {
            Optional<Food> preferred =
                    isAny(ingredient.food(), wanted) ? Optional.empty() : alternative(ingredient, exclusions, wanted);
            if (preferred.isEmpty() && !exclusions.forbids(ingredient.food())) {
                ingredients.add(ingredient);
                continue;
            }
            Optional<Food> other = preferred.or(() -> ingredient.alternatives().stream()
                    .filter(food -> !exclusions.forbids(food))
                    .findFirst());
            if (other.isPresent()) {
                ingredients.add(ingredient.with(other.get()));
                replaced.put(ingredient.food(), other.get());
            } else if (ingredient.optional()) {
                dropped.add(ingredient.food());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new DishVariant(dish, List.copyOf(ingredients), replaced, List.copyOf(dropped)));
    }

    private static Optional<Food> alternative(RecipeIngredient ingredient, Exclusions exclusions, Set<String> wanted) {
        return ingredient.alternatives().stream()
                .filter(food -> isAny(food, wanted) && !exclusions.forbids(food))
                .findFirst();
    }

    private static boolean isAny(Food food, Set<String> concepts) {
        return concepts.stream().anyMatch(food::is);
    }

    /** Whether it has an ingredient of this key or family. */
    boolean uses(String concept) {
        return ingredients.stream().anyMatch(ingredient -> ingredient.food().is(concept));
    }

    boolean isChanged() {
        return !replaced.isEmpty() || !dropped.isEmpty();
    }

    /** Whether it contains no animal product, not even traces. */
    boolean isVegan() {
        return ingredients.stream().map(RecipeIngredient::food).noneMatch(Diet.VEGAN::forbids);
    }
}
