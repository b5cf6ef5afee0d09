package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.AllergenFamilies;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.shared.Language;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names of a shopper's allergens, each once; a family only where no member of it is named. */
final class AllergyLabels {

    private AllergyLabels() {}

    static List<String> of(Exclusions exclusions, Foods foods, Language language) {
        Set<String> labels = new TreeSet<>();
        for (String concept : exclusions.allergies()) {
            boolean coversAnother = AllergenFamilies.isWidening(concept)
                    && exclusions.allergies().stream()
                            .anyMatch(other -> !other.equals(concept) && isWithin(other, concept, foods));
            boolean isNamedWider = exclusions.allergies().stream()
                    .anyMatch(other -> !other.equals(concept)
                            && !AllergenFamilies.isWidening(other)
                            && isWithin(concept, other, foods));
            if (!coversAnother && !isNamedWider) {
                labels.add(foods.label(concept).in(language));
            }
        }
        exclusions
                .avoided()
                .map(Allergen::code)
                .filter(code -> foods.isFamily(code) || foods.find(code).isPresent())
                .filter(code -> exclusions.allergies().stream().noneMatch(other -> isCalled(code, other, foods)))
                .forEach(code -> labels.add(foods.label(code).in(language)));
        return List.copyOf(labels);
    }

    /** Whether what the shopper names is another word for all of the allergen. */
    private static boolean isCalled(String code, String concept, Foods foods) {
        return foods.allergensOf(concept).stream()
                        .anyMatch(allergen -> allergen.code().equals(code))
                || isWithin(concept, code, foods);
    }

    private static boolean isWithin(String narrow, String wide, Foods foods) {
        return foods.isWithin(narrow, wide)
                || foods.find(narrow).map(food -> food.is(wide)).orElse(false);
    }
}
