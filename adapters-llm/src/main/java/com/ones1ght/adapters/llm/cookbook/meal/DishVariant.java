package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.JudgedFoods;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.domain.shared.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A dish adapted to exclusions.
 *
 * @param dish the dish
 * @param ingredients what it is made of now
 * @param replaced what took the place of what
 * @param dropped what is left out
 */
record DishVariant(Dish dish, List<RecipeIngredient> ingredients, Map<Food, Food> replaced, List<Food> dropped) {

    /** Without more it is no longer that dish. */
    private static final int MAX_REDUCED = 2;

    /** The dish as its recipe has it. */
    static DishVariant of(Dish dish) {
        return new DishVariant(dish, dish.ingredients(), Map.of(), List.of());
    }

    /** The dish adapted to the exclusions; empty when it would no longer be that dish. */
    static Optional<DishVariant> of(Dish dish, JudgedFoods judged) {
        return of(dish, judged, Set.of(), List.of());
    }

    /**
     * The same, with wanted foods instead of those that they can replace.
     *
     * @param wanted foods and families; they replace what the recipe says they can
     * @param stated foods that may also replace others of their kind, because the shopper asked for this very dish
     */
    static Optional<DishVariant> of(Dish dish, JudgedFoods judged, Set<String> wanted, List<Food> stated) {
        return adapted(dish, judged, wanted, stated, 0);
    }

    /**
     * The dish that the shopper asked for, without what is excluded, even what the recipe does not call optional; empty
     * where that is what the dish is named after or most of it.
     */
    static Optional<DishVariant> reduced(Dish dish, JudgedFoods judged, Set<String> wanted, List<Food> stated) {
        return adapted(dish, judged, wanted, stated, MAX_REDUCED)
                .filter(variant ->
                        variant.dropped().size() * 2 < dish.ingredients().size());
    }

    private static Optional<DishVariant> adapted(
            Dish dish, JudgedFoods judged, Set<String> wanted, List<Food> stated, int maxReduced) {
        List<RecipeIngredient> ingredients = new ArrayList<>();
        Map<Food, Food> replaced = new LinkedHashMap<>();
        List<Food> dropped = new ArrayList<>();
        int reduced = 0;
        // What is wanted goes into the place of what is left out, and into no other besides.
        boolean hasPlace = !(wanted.isEmpty() && stated.isEmpty()) && hasPlace(dish, judged, wanted, stated);
        for (RecipeIngredient ingredient : dish.ingredients()) {
            boolean isElsewhere = hasPlace && !judged.forbids(ingredient.food());
            Optional<RecipeIngredient> preferred = wanted.isEmpty()
                            || isElsewhere
                            || ingredient.alternatives().isEmpty()
                            || ingredient.food().isAllOfAny(wanted)
                            || !RecipeIngredient.isAny(ingredient.alternatives(), food -> food.isAllOfAny(wanted))
                    ? Optional.empty()
                    : alternatives(ingredient, judged)
                            .filter(other -> other.food().isAllOfAny(wanted))
                            .filter(other -> !other.food().isStaple() || judged.forbids(ingredient.food()))
                            .findFirst();
            boolean isSpared = ingredient.optional() && judged.isWithin(ingredient.food());
            if (preferred.isEmpty()
                    && !isSpared
                    && !judged.forbids(ingredient.food())
                    && !hasSaferAlternative(ingredient, judged)) {
                ingredients.add(ingredient);
                continue;
            }
            if (preferred.isEmpty() && isMereFlavour(ingredient, dish, judged)) {
                dropped.add(ingredient.food());
                continue;
            }
            Optional<RecipeIngredient> other = preferred
                    .or(() -> ofKind(ingredient, judged, stated))
                    .or(() -> alternatives(ingredient, judged).findFirst())
                    .filter(food -> !isSpared || !judged.isWithin(food.food()))
                    .filter(food -> isStillTheDish(dish, ingredient, food));
            if (other.isPresent()) {
                ingredients.add(other.get());
                replaced.put(ingredient.food(), other.get().food());
            } else if (ingredient.optional() || reduced++ < maxReduced && !dish.isNamedAfter(ingredient.food())) {
                dropped.add(ingredient.food());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new DishVariant(dish, List.copyOf(ingredients), replaced, List.copyOf(dropped)));
    }

    /** Whether what is wanted can take the place of something that is left out. */
    private static boolean hasPlace(Dish dish, JudgedFoods judged, Set<String> wanted, List<Food> stated) {
        for (RecipeIngredient ingredient : dish.ingredients()) {
            if (judged.forbids(ingredient.food())
                    && (ofKind(ingredient, judged, stated).isPresent()
                            || RecipeIngredient.isAny(
                                    ingredient.alternatives(),
                                    food -> !judged.forbids(food) && food.isAllOfAny(wanted)))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Salt salts a stew in place of soy sauce, but is no soybean paste; a salmon dish has no beef where its name would still
     * say salmon.
     */
    private static boolean isStillTheDish(Dish dish, RecipeIngredient ingredient, RecipeIngredient other) {
        Food food = ingredient.food();
        if (other.food().isStaple() && dish.isMadeOf(food)) {
            return false;
        }
        return ingredient.alternatives().contains(other) || !dish.isNamedAfter(food) || dish.namesReplacement(food);
    }

    /** Who wants no garlic wants none, and no chives in its place; an allergy to it, or a diet, asks for another recipe. */
    private static boolean isMereFlavour(RecipeIngredient ingredient, Dish dish, JudgedFoods judged) {
        Food food = ingredient.food();
        return (food.is("allium") || food.is("ginger"))
                && !ingredient.alternatives().isEmpty()
                && judged.forbids(food)
                && !judged.exclusions().withoutUnwanted().forbids(food)
                && !dish.isMadeOf(food);
    }

    /** Whether it may hold an allergen or holds what is unwanted, and what the recipe allows in its place does not. */
    private static boolean hasSaferAlternative(RecipeIngredient ingredient, JudgedFoods judged) {
        return !ingredient.alternatives().isEmpty()
                && judged.isDoubtful(ingredient.food())
                && alternatives(ingredient, judged)
                        .anyMatch(other -> !judged.isDoubtful(other.food())
                                && !other.food().isStaple());
    }

    /** As much of a food of the same kind. */
    private static Optional<RecipeIngredient> ofKind(
            RecipeIngredient ingredient, JudgedFoods judged, List<Food> stated) {
        return stated.stream()
                .filter(food -> !judged.forbids(food) && food.isOfKindOf(ingredient.food()))
                .reduce((one, other) ->
                        other.resembles(ingredient.food()) > one.resembles(ingredient.food()) ? other : one)
                .map(ingredient::of);
    }

    /** The alternatives that the exclusions allow; those without traces of an allergen, or what is unwanted, first. */
    private static Stream<RecipeIngredient> alternatives(RecipeIngredient ingredient, JudgedFoods judged) {
        return ingredient.alternatives().stream()
                .filter(other -> !judged.forbids(other.food()))
                .sorted(Comparator.comparing(other -> judged.isDoubtful(other.food())));
    }

    /** Whether anything unwanted is in one of its ingredients unseen. */
    boolean holds(JudgedFoods judged) {
        return RecipeIngredient.isAny(ingredients, judged::isWithin);
    }

    /** Whether it has an ingredient of this key or family. */
    boolean uses(String concept) {
        return isChanged() ? RecipeIngredient.isAny(ingredients, food -> food.is(concept)) : dish.uses(concept);
    }

    /** Whether it uses a food that is asked for, or what the same word names besides: tuna is a food and a family. */
    boolean usesAny(Set<String> asked, String food, Foods foods) {
        for (String other : asked) {
            if (!other.equals(food) && uses(other) && (foods.isMember(food, other) || foods.isMember(other, food))) {
                return true;
            }
        }
        return uses(food);
    }

    /** How many ingredients it takes besides what every kitchen has. */
    int bought() {
        return (int) ingredients.stream()
                .filter(ingredient -> !ingredient.food().isStaple())
                .count();
    }

    /** What tells it from other variants of its dish. */
    String recipeKey() {
        if (!isChanged()) {
            return "";
        }
        StringBuilder key = new StringBuilder();
        ingredients.forEach(ingredient -> key.append(ingredient.food().key()).append(ingredient.quantity()));
        return key.toString();
    }

    /** Whether nothing hot is in it. */
    boolean isMild() {
        return !uses("hot");
    }

    boolean isChanged() {
        return !replaced.isEmpty() || !dropped.isEmpty();
    }

    /** Its name, with what takes the place of main ingredients. */
    String name(Language language) {
        String name = dish.name().in(language, actual());
        return name.isBlank() ? dish.title().in(language) : name;
    }

    /** A sentence that recommends it. */
    String hook(Language language) {
        return dish.hook().in(language, actual());
    }

    /** How it is made. */
    String method(Language language) {
        return dish.method().in(language, actual());
    }

    /** Whether it contains no animal product. */
    boolean isVegan() {
        return ingredients.stream().map(RecipeIngredient::food).noneMatch(Diet.VEGAN::forbids);
    }

    private Map<String, Food> actual() {
        Map<String, Food> actual = new HashMap<>();
        dish.ingredients().forEach(ingredient -> actual.put(ingredient.food().key(), ingredient.food()));
        dropped.forEach(food -> actual.remove(food.key()));
        replaced.forEach((was, is) -> actual.put(was.key(), is));
        return actual;
    }
}
