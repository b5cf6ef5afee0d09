package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What takes the place of a food in any dish, with how much of it for one of the other. */
final class Substitutes {

    private final Map<String, List<Substitute>> byFood = new HashMap<>();

    private Substitutes() {}

    static Substitutes bundled(Foods foods) {
        Substitutes substitutes = new Substitutes();
        for (String line : ResourceText.lines(Substitutes.class, "substitutes.txt")) {
            List<String> columns = ResourceText.columns(line, 3);
            substitutes
                    .byFood
                    .computeIfAbsent(columns.get(0), ignored -> new ArrayList<>())
                    .add(new Substitute(foods.get(columns.get(1)), new BigDecimal(columns.get(2))));
        }
        return substitutes;
    }

    /** The substitutes of a food for that quantity of it, best first. */
    List<RecipeIngredient> of(Food food, BigDecimal quantity, Measure measure) {
        return byFood.getOrDefault(food.key(), List.of()).stream()
                .map(substitute -> new RecipeIngredient(
                        substitute.food(), quantity.multiply(substitute.ratio()), measure, true, false, List.of()))
                .toList();
    }

    private record Substitute(Food food, BigDecimal ratio) {}
}
