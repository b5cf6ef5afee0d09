package com.ones1ght.adapters.llm.cookbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Whether a dish is rich in protein, by how much of what has it a serving takes. */
final class Protein {

    /** What a gram of a food counts for, beside one of lean meat or fish; the first family that a food is of. */
    private static final List<Map.Entry<String, Double>> SHARES = List.of(
            Map.entry("pork belly", 0.6),
            Map.entry("processed-meat", 0.6),
            Map.entry("mollusc", 0.4),
            Map.entry("whole chicken", 0.6),
            Map.entry("bony", 0.6),
            Map.entry("meat", 1.0),
            Map.entry("seafood", 1.0),
            Map.entry("egg", 0.6),
            Map.entry("tofu-kind", 0.5),
            Map.entry("lentil", 0.9),
            Map.entry("legume", 0.4));

    /** About 20 g of protein. */
    private static final double ENOUGH = 100;

    private Protein() {}

    static boolean isRich(List<RecipeIngredient> ingredients, int servings) {
        return ingredients.stream().mapToDouble(Protein::of).sum() >= ENOUGH * servings;
    }

    /** Fish cakes and dumplings are mostly flour, and a sauce of beans is no bean. */
    private static double of(RecipeIngredient ingredient) {
        Food food = ingredient.food();
        if (food.is("wheat") || food.isSeasoning()) {
            return 0;
        }
        double share = SHARES.stream()
                .filter(entry -> food.is(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .findFirst()
                .orElse(0);
        return share
                * food.grams(ingredient.measure())
                        .map(ingredient.quantity()::multiply)
                        .orElse(BigDecimal.ZERO)
                        .doubleValue();
    }
}
