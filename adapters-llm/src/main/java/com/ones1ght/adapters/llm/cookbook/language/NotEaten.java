package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Diet;
import java.util.Map;
import java.util.Objects;

/** What is named to be refused, by its nature: what had a face, what comes from animals, what is raw. */
final class NotEaten {

    private static final Map<String, Diet> DIETS =
            Map.of("animal", Diet.VEGETARIAN, "animal-product", Diet.VEGAN, "raw", Diet.of("well-cooked"));

    private NotEaten() {}

    static boolean isOne(String tag) {
        return DIETS.containsKey(tag);
    }

    static boolean isOne(Mention mention) {
        return mention.concepts().stream().anyMatch(concept -> isOne(concept.id()));
    }

    /** How somebody eats who eats none of it. */
    static Diet dietWithout(String tag) {
        return Objects.requireNonNull(DIETS.get(tag));
    }
}
