package com.ones1ght.adapters.llm.embedded;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Chooses the dish that suits best. When nothing is left, character gives way first, then what the shopper
 * does not want, then the diet; allergies never.
 */
final class DishChooser {

    private final Cookbook cookbook;

    DishChooser(Cookbook cookbook) {
        this.cookbook = cookbook;
    }

    /**
     * @return the dish within the exclusions that could be kept
     * @throws IllegalStateException when every dish of the cookbook holds an allergen, which its plainest
     *     dish prevents
     */
    DishVariant choose(DishQuestion question) {
        Exclusions all = question.exclusions();
        Predicate<Dish> fits = dish -> fitsCharacter(dish, question);
        Predicate<Dish> any = dish -> true;
        return best(question, all, fits)
                .or(() -> best(question, all, any))
                .or(() -> best(question, all.withoutWishes(), any))
                .or(() -> best(question, all.allergiesOnly(), any))
                .orElseThrow(() -> new IllegalStateException("no dish is free of the allergens"));
    }

    private Optional<DishVariant> best(DishQuestion question, Exclusions exclusions, Predicate<Dish> accepted) {
        List<DishVariant> variants = cookbook.dishes().stream()
                .filter(accepted)
                .flatMap(dish ->
                        DishVariant.of(dish, exclusions, question.standing().foods()).stream())
                .filter(variant -> !variant.needs().isEmpty())
                .toList();
        DishScore score = new DishScore(question);
        return variants.stream().max(Comparator.comparingInt(score::of).thenComparing(variant -> variant.dish()
                .id()));
    }

    private static boolean fitsCharacter(Dish dish, DishQuestion question) {
        Standing standing = question.standing();
        if (question.wish().dishes().contains(dish.id())) {
            return true;
        }
        boolean mustBeMild = standing.tags().contains("mild")
                || standing.tags().contains("kids") && !standing.tags().contains("spicy");
        return !(mustBeMild && dish.has("spicy"))
                && standing.unwantedTags().stream().noneMatch(dish::has)
                && !standing.unwantedDishes().contains(dish.id());
    }
}
