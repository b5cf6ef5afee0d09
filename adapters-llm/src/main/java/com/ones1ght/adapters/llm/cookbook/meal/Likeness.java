package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much dishes are like each other, whoever asks: kept, because each request compares one dish with all others. */
final class Likeness {

    private static final int KIND = 16;
    private static final int CUISINE = 12;
    private static final int CHARACTER = 2;
    private static final int MAX = 60;
    private static final int SAME_PROTEIN = 8;
    private static final int OF_THE_TABLE = 40;
    private static final int LIGHT = 15;
    private static final int SAME_AGAIN = -60;

    /** Families that say too little about a dish. */
    private static final Set<String> WIDE = Set.of("meat", "red-meat", "seafood", "vegetable", "ground-meat", "bony");

    private static final Map<Dish, Map<Dish, Integer>> KNOWN = new ConcurrentHashMap<>();

    private Likeness() {}

    /** From 0, also for the same dish, to 68. */
    static int of(Dish dish, Dish reference) {
        return KNOWN.computeIfAbsent(reference, ignored -> new ConcurrentHashMap<>())
                .computeIfAbsent(dish, other -> other.equals(reference) ? 0 : compare(other, reference));
    }

    /** How well one goes with another: of the same part of the world, light, and of something else. */
    static int beside(Dish dish, Dish main) {
        boolean isOfTheTable = dish.tags().stream().anyMatch(tag -> Dish.CUISINES.contains(tag) && main.has(tag));
        Food food = main.ingredients().get(0).food();
        return (isOfTheTable ? OF_THE_TABLE : 0)
                + (dish.has("light") ? LIGHT : 0)
                + (dish.ingredients().get(0).food().isOfKindOf(food) ? SAME_AGAIN : 0);
    }

    private static int compare(Dish dish, Dish reference) {
        boolean isOtherPasta = dish.has("pasta") != reference.has("pasta");
        int score = 0;
        for (String tag : dish.tags()) {
            if (reference.has(tag) && !(tag.equals("noodles") && isOtherPasta)) {
                score += Dish.KINDS.contains(tag) ? KIND : Dish.CUISINES.contains(tag) ? CUISINE : CHARACTER;
            }
        }
        Set<Food> foods =
                reference.ingredients().stream().map(RecipeIngredient::food).collect(Collectors.toSet());
        score += (int) dish.ingredients().stream()
                .map(RecipeIngredient::food)
                .filter(food -> !food.isStaple() && foods.contains(food))
                .count();
        return Math.min(score, MAX) + (isOfSameProtein(dish, reference) ? SAME_PROTEIN : 0);
    }

    private static boolean isOfSameProtein(Dish dish, Dish reference) {
        return proteins(reference)
                .anyMatch(food -> proteins(dish).anyMatch(other -> other.equals(food) || areKin(other, food)));
    }

    private static boolean areKin(Food one, Food other) {
        return one.families().stream()
                .anyMatch(family -> !WIDE.contains(family) && other.families().contains(family));
    }

    private static Stream<Food> proteins(Dish dish) {
        return dish.ingredients().stream().limit(2).map(RecipeIngredient::food).filter(Food::isProtein);
    }
}
