package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What of a dish cooked before goes into another one, instead of being cooked once more: its meat, or the curry. */
final class Leftovers {

    /** Cooked, one cut is as good as another. */
    private static final List<String> KINDS_OF_MEAT = List.of("pork", "beef", "chicken", "lamb", "poultry", "fish");

    /** Kinds of dishes that the meat is not taken out of again. */
    private static final Set<String> WET = Set.of("soup", "stew", "noodles", "pasta");

    private Leftovers() {}

    /** A food or family; empty where no recipe takes what is left of the dish. */
    static Optional<String> useOf(Mention mention, Optional<Dish> dish) {
        return useOf(dish).or(() -> mention.concepts().stream()
                .flatMap(concept -> Stream.ofNullable(Supplies.NAMED_AS_DISHES.get(concept.id())))
                .findFirst());
    }

    private static Optional<String> useOf(Optional<Dish> dish) {
        return dish.filter(it -> it.has("curry")).map(curry -> "curry roux").or(() -> dish.stream()
                .filter(it -> WET.stream().noneMatch(it::has))
                .flatMap(it -> it.ingredients().stream().limit(2))
                .map(RecipeIngredient::food)
                .filter(food -> food.isProtein() && !food.is("ground-meat"))
                .findFirst()
                .map(food -> KINDS_OF_MEAT.stream().filter(food::is).findFirst().orElse(food.key())));
    }
}
