package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Measure;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Scales a recipe to another number of people, to quantities that a cook measures out: half an onion, six eggs. */
final class Quantities {

    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TSP_PER_TBSP = BigDecimal.valueOf(3);

    /** What weighs no more, in grams, is not cut up for a recipe. */
    private static final BigDecimal SMALL = BigDecimal.valueOf(120);

    /** The step to round to, by the grams from which on it holds. */
    private static final NavigableMap<BigDecimal, BigDecimal> GRAM_STEPS = new TreeMap<>();

    static {
        GRAM_STEPS.put(BigDecimal.ZERO, BigDecimal.valueOf(5));
        GRAM_STEPS.put(BigDecimal.valueOf(50), BigDecimal.TEN);
        GRAM_STEPS.put(BigDecimal.valueOf(500), BigDecimal.valueOf(50));
        GRAM_STEPS.put(BigDecimal.valueOf(2000), BigDecimal.valueOf(100));
    }

    private Quantities() {}

    /** @param factor people to cook for, divided by those whom the recipe serves */
    static Amount scale(RecipeIngredient ingredient, BigDecimal factor) {
        if (factor.compareTo(BigDecimal.ONE) == 0 || !ingredient.scales()) {
            return new Amount(plain(ingredient.quantity()), ingredient.measure());
        }
        BigDecimal exact = ingredient.quantity().multiply(factor);
        Measure measure = ingredient.measure();
        if (measure == Measure.TBSP && exact.compareTo(HALF) < 0) {
            measure = Measure.TSP;
            exact = exact.multiply(TSP_PER_TBSP);
        } else if (measure == Measure.TSP && exact.compareTo(TSP_PER_TBSP) >= 0) {
            measure = Measure.TBSP;
            exact = exact.divide(TSP_PER_TBSP, 4, RoundingMode.HALF_UP);
        }
        BigDecimal step = step(measure, ingredient.food(), exact);
        BigDecimal steps = exact.divide(step, 0, RoundingMode.HALF_UP).max(BigDecimal.ONE);
        return new Amount(plain(steps.multiply(step)), measure);
    }

    private static BigDecimal step(Measure measure, Food food, BigDecimal exact) {
        return switch (measure) {
            case G, ML -> GRAM_STEPS.floorEntry(exact).getValue();
            case CLOVE, SHEET, LEAF, SPRIG, FILLET, SERVING, PINCH, BOTTLE, WHOLE -> BigDecimal.ONE;
            case CUBE, CAN, STALK, PACK, BIRD -> coarser(exact, HALF);
            case TSP -> exact.compareTo(HALF) < 0 ? QUARTER : coarser(exact, HALF);
            case BLOCK, BUNCH, HEAD, CUP -> coarser(exact, QUARTER);
            case TBSP -> coarser(exact, HALF);
            case PIECE, LONG -> isSmall(food) ? BigDecimal.ONE : coarser(exact, QUARTER);
        };
    }

    /** Quarters below one, halves up to three, then whole ones. */
    private static BigDecimal coarser(BigDecimal exact, BigDecimal finest) {
        if (exact.compareTo(BigDecimal.valueOf(3)) > 0) {
            return BigDecimal.ONE;
        }
        return exact.compareTo(BigDecimal.ONE) > 0 ? HALF : finest;
    }

    private static boolean isSmall(Food food) {
        BigDecimal weight = food.weights().get(Measure.PIECE);
        return weight != null && weight.compareTo(SMALL) <= 0;
    }

    private static BigDecimal plain(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
