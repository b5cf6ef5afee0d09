package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a text wants a dish to taste: by more or less of what gives the taste, and without it where the taste is refused. A
 * refused taste never asks for more of it, whatever else the text says.
 */
final class Tastes {

    private static final String HOT = "hot";
    private static final String SPICY = "spicy";
    private static final String MILD = "mild";
    private static final String LESS_SPICY = "less-spicy";
    private static final String SWEETER = "sweeter";
    private static final String LESS_SWEET = "less-sweet";

    private static final Map<String, Map<String, Double>> AMOUNTS = Map.of(
            SWEETER,
            Map.of("sugar", 2.0),
            LESS_SWEET,
            Map.of("sugar", 0.5, "honey", 0.5, "mirin", 0.5),
            "juicier",
            Map.of("water", 1.5, "dashi powder", 1.5, "soy sauce", 1.5, "mirin", 1.5),
            "spicier",
            Map.of(HOT, 2.0),
            LESS_SPICY,
            Map.of(HOT, 0.5));

    /** What seasons a dish to a taste, and is left out where that is refused. */
    private static final Map<String, List<String>> SEASONINGS = Map.of(
            SWEETER,
            List.of("sugar", "honey", "mirin", "maple syrup"),
            "sauce",
            List.of(
                    "yakisoba sauce",
                    "tonkatsu sauce",
                    "worcestershire sauce",
                    "oyster sauce",
                    "demi-glace sauce",
                    "tomato sauce"),
            "sour",
            List.of("vinegar", "rice vinegar", "wine vinegar", "ponzu", "lemon", "lime"));

    /** What there is to be less of a taste. */
    private static final Map<String, String> LESS =
            Map.of(SPICY, LESS_SPICY, "spicier", LESS_SPICY, SWEETER, LESS_SWEET);

    /** What a taste is asked for by, where it is no taste of its own. */
    private static final Map<String, String> MEANT_AS = Map.of("sour", "refreshing");

    /** The way of eating that asks for less of it, or for none. */
    private static final Map<String, Diet> DIETS = Map.of(
            "salty", Diet.of("low-salt"),
            "carbs", Diet.of("low-carb"),
            "sugars", Diet.of("diabetic"));

    private static final Set<String> HEAT = Set.of(SPICY, "spicier");

    private final Set<String> tags;
    private final Set<String> unwantedTags;
    private final Map<String, Double> amounts;
    private final RefusedFoods refused;

    private Diet diet = Diet.NONE;

    /** What it is told is put into these. */
    Tastes(Set<String> tags, Set<String> unwantedTags, Map<String, Double> amounts, RefusedFoods refused) {
        this.tags = tags;
        this.unwantedTags = unwantedTags;
        this.amounts = amounts;
        this.refused = refused;
    }

    /**
     * Takes note of a taste.
     *
     * @param said as the text calls it
     * @return false for what is no taste, or none that needs more than to be wanted
     */
    boolean add(String tag, String said, @Nullable Effect effect) {
        if (Effect.rulesOut(effect)) {
            return refuse(tag, effect);
        }
        if (effect == Effect.LESS && !isCompared(said)) {
            return reduce(tag);
        }
        if (MEANT_AS.containsKey(tag)) {
            tags.add(MEANT_AS.get(tag));
            return true;
        }
        if (!AMOUNTS.containsKey(tag)) {
            // Wanted, "sauce" or "carbs" says nothing.
            return isTaste(tag);
        }
        // In one order, as they are kept with the meal.
        amounts.putAll(new TreeMap<>(AMOUNTS.get(tag)));
        if (AMOUNTS.get(tag).containsKey(HOT)) {
            // Heat is a matter of the dish as well.
            tags.add(tag.equals(LESS_SPICY) ? tag : SPICY);
        }
        return true;
    }

    private boolean refuse(String tag, Effect effect) {
        if (HEAT.contains(tag)) {
            tags.add(MILD);
            unwantedTags.add(SPICY);
            return true;
        }
        if (MEANT_AS.containsKey(tag)) {
            unwantedTags.add(MEANT_AS.get(tag));
        }
        SEASONINGS.getOrDefault(tag, List.of()).forEach(food -> refused.add(food, Effect.WITHOUT));
        diet = diet.and(DIETS.getOrDefault(tag, Diet.NONE));
        return isTaste(tag);
    }

    private static boolean isTaste(String tag) {
        return SEASONINGS.containsKey(tag) || AMOUNTS.containsKey(tag) || DIETS.containsKey(tag);
    }

    /** The ways of eating that what was refused asks for. */
    Diet diet() {
        return diet;
    }

    private boolean reduce(String tag) {
        diet = diet.and(DIETS.getOrDefault(tag, Diet.NONE));
        String less = LESS.get(tag);
        return DIETS.containsKey(tag) || less != null && add(less, less, null);
    }

    /** "A little sweeter" is more of it, "less sweet" is not. */
    private static boolean isCompared(String said) {
        return said.endsWith("er");
    }

    /** "Hot, but mild" is mild, and has nothing hot added. */
    static void settle(Set<String> tags, Map<String, Double> amounts) {
        if (tags.contains(MILD)) {
            tags.remove(SPICY);
            amounts.remove(HOT);
        }
    }
}
