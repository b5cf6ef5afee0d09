package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Foods;
import java.util.Set;

/** "Mince, of chicken": both together name one food. */
final class MincedMeat {

    private static final String MINCE = "ground-meat";

    private MincedMeat() {}

    /** @param foods what is wanted; of what is named in two words, the one food that is both stays */
    static void merge(Set<String> foods, Foods catalogue) {
        if (foods.contains(MINCE)) {
            catalogue.all().stream()
                    .filter(food ->
                            food.is(MINCE) && foods.stream().anyMatch(kind -> !kind.equals(MINCE) && food.is(kind)))
                    .findFirst()
                    .ifPresent(food -> {
                        foods.removeIf(food::is);
                        foods.add(food.key());
                    });
        }
    }
}
