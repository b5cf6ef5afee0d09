package com.ones1ght.adapters.llm.cookbook.language;

import java.util.Map;
import java.util.Set;

/** What there is more or less of in a dish that is to taste otherwise, with the factor. */
final class Tastes {

    private static final String HOT = "hot";

    private static final Map<String, Map<String, Double>> AMOUNTS = Map.of(
            "sweeter", Map.of("sugar", 2.0),
            "juicier", Map.of("water", 1.5, "dashi powder", 1.5, "soy sauce", 1.5, "mirin", 1.5),
            "spicier", Map.of(HOT, 2.0),
            "less-spicy", Map.of(HOT, 0.5));

    private Tastes() {}

    /** "Hot, but mild" is mild. */
    static void settle(Set<String> tags) {
        tags.removeIf(tag -> tag.equals("spicy") && tags.contains("mild"));
    }

    static boolean isKnown(String tag) {
        return AMOUNTS.containsKey(tag);
    }

    /** Heat is a matter of the dish as well. */
    static void apply(String tag, Map<String, Double> amounts, Set<String> tags) {
        Map<String, Double> changed = AMOUNTS.getOrDefault(tag, Map.of());
        amounts.putAll(changed);
        if (changed.containsKey(HOT)) {
            tags.add(tag.equals("spicier") ? "spicy" : tag);
        }
    }
}
