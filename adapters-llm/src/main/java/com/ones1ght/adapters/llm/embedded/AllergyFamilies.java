package com.ones1ght.adapters.llm.embedded;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Widens what somebody is allergic to to the whole allergen: who cannot eat shrimp is offered no crab, who
 * names tofu gets no soy. Cautious on purpose.
 */
final class AllergyFamilies {

    private static final Set<String> ALLERGENS = Set.of(
            "crustacean", "mollusc", "fish", "milk", "egg", "wheat", "soy", "peanut", "treenut", "sesame", "buckwheat");

    private final Foods foods;

    AllergyFamilies(Foods foods) {
        this.foods = foods;
    }

    Set<String> widen(Set<String> concepts) {
        Set<String> widened = new LinkedHashSet<>(concepts);
        boolean namesFamily = concepts.stream().anyMatch(foods::isFamily);
        for (String concept : concepts) {
            for (String allergen : ALLERGENS) {
                boolean isFoodOfIt = !namesFamily
                        && foods.find(concept).filter(food -> food.is(allergen)).isPresent();
                if (isFoodOfIt || foods.isWithin(concept, allergen)) {
                    widened.add(allergen);
                }
            }
        }
        // In Korean and Japanese an allergy to "beans" is one to soy.
        if (concepts.contains("bean")) {
            widened.add("soy");
        }
        return widened;
    }
}
