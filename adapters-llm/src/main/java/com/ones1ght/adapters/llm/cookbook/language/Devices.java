package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Dish;
import java.util.Set;

/** What a kitchen cooks with: of what is missing or broken, or is all that there is, follows which dishes will do. */
final class Devices {

    private static final String STOVE = "stove";
    private static final String NO_COOK = "no-cook";

    private Devices() {}

    static boolean isOne(Concept concept) {
        return Dish.DEVICES.contains(concept.id());
    }

    /** Without a stove nothing is cooked unless another device does it; without a rice cooker there is no rice. */
    static void apply(Set<String> tags, Set<String> unwantedTags) {
        tags.remove(STOVE);
        if (unwantedTags.remove(STOVE)) {
            tags.add(NO_COOK);
        }
        if (tags.stream().anyMatch(Dish.DEVICES::contains)) {
            tags.remove(NO_COOK);
        }
        if (unwantedTags.contains("rice-cooker")) {
            unwantedTags.addAll(Set.of("rice", "bowl"));
        }
    }
}
