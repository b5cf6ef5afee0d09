package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What takes the place of a food in any dish, with how much of it for one of the other. */
final class Substitutes {

    private final Map<String, List<Substitute>> byFood = new HashMap<>();

    private Substitutes() {}

    static Substitutes bundled(Foods foods) {
        Substitutes substitutes = new Substitutes();
        for (String line : ResourceText.lines(Substitutes.class, "substitutes.txt")) {
            List<String> columns = ResourceText.columns(line, 4);
            Optional<Measure> own =
                    Optional.of(columns.get(3)).filter(word -> !word.isEmpty()).map(Measure::of);
            substitutes
                    .byFood
                    .computeIfAbsent(columns.get(0), ignored -> new ArrayList<>())
                    .add(new Substitute(foods.get(columns.get(1)), new BigDecimal(columns.get(2)), own));
        }
        return substitutes;
    }

    /** The substitutes of a food for that quantity of it, best first. */
    List<RecipeIngredient> of(Food food, BigDecimal quantity, Measure measure) {
        return byFood.getOrDefault(food.key(), List.of()).stream()
                .map(substitute -> substitute.of(quantity, measure))
                .toList();
    }

    /** @param own by what it is measured where the other is weighed */
    private record Substitute(Food food, BigDecimal ratio, Optional<Measure> own) {

        private static final BigDecimal STEP = new BigDecimal("0.5");

        RecipeIngredient of(BigDecimal quantity, Measure measure) {
            BigDecimal amount = quantity.multiply(ratio);
            BigDecimal weight = measure.grams().map(amount::multiply).orElse(amount);
            Optional<BigDecimal> grams = own.filter(
                            unit -> measure == Measure.G || measure.grams().isPresent())
                    .flatMap(food::grams);
            return grams.map(unit ->
                            ingredient(toSteps(weight.divide(unit, 4, RoundingMode.HALF_UP)), own.orElse(measure)))
                    .orElseGet(() -> ingredient(amount, measure));
        }

        private RecipeIngredient ingredient(BigDecimal quantity, Measure measure) {
            return new RecipeIngredient(food, quantity, measure, true, false, List.of());
        }

        private static BigDecimal toSteps(BigDecimal exact) {
            return exact.divide(STEP, 0, RoundingMode.HALF_UP)
                    .max(BigDecimal.ONE)
                    .multiply(STEP);
        }
    }
}
