package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.shared.Require;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Widens an allergy to the whole allergen: an allergy to shrimp excludes crab, one to tofu excludes soy. Deliberately cautious.
 */
public final class AllergenFamilies {

    private static final Set<String> ALLERGENS = Set.of(
            "crustacean",
            "mollusc",
            "fish",
            "milk",
            "egg",
            "wheat",
            "soy",
            "peanut",
            "treenut",
            "sesame",
            "buckwheat",
            // Bell peppers, chilies and the powders and pastes of them are one species.
            "capsicum");

    /** What else is meant with mackerel, and with milk. */
    private static final Set<String> WIDER = Set.of("blue-fish", "dairy");

    private static final String BLUE_FISH_ALLERGEN = "mackerel";

    private static final String ONION = "onion";

    private final Foods foods;

    /** Whether an allergy to a food widens to the family, which then says less of it than the food does. */
    public static boolean isWidening(String family) {
        return ALLERGENS.contains(family) || WIDER.contains(family);
    }

    public AllergenFamilies(Foods foods) {
        this.foods = foods;
    }

    /** The given foods and families, and the allergens that they belong to. */
    public Set<String> widen(Set<String> concepts) {
        Set<String> widened = new LinkedHashSet<>(concepts);
        // そば is the grain and the noodle: an allergy is to the grain.
        if (concepts.contains("soba noodle")) {
            widened.add("buckwheat");
        }
        // Labels set mackerel apart from fish; what it brings on, its kin may bring on too.
        if (concepts.contains(BLUE_FISH_ALLERGEN)) {
            widened.add("blue-fish");
        }
        // Who cannot have onions cannot have spring onions either.
        if (concepts.contains(ONION)) {
            foods.all().stream()
                    .map(Food::key)
                    .filter(key -> key.endsWith(" " + ONION))
                    .forEach(widened::add);
        }
        boolean namesFamily = concepts.stream().anyMatch(foods::isFamily);
        for (String concept : concepts) {
            for (String allergen : ALLERGENS) {
                boolean isFoodOfIt = !namesFamily
                        && !concept.equals("soba noodle")
                        && !concept.equals(BLUE_FISH_ALLERGEN)
                        && foods.find(concept).filter(food -> food.is(allergen)).isPresent();
                if (isFoodOfIt || foods.isWithin(concept, allergen) && !concept.equals("blue-fish")) {
                    widened.add(allergen);
                }
            }
        }
        for (String concept : concepts) {
            foods.find(concept).map(AllergenFamilies::allergen).ifPresent(widened::addAll);
        }
        // In Korean and Japanese an allergy to "beans" is one to soy.
        if (concepts.contains("bean")) {
            widened.add("soy");
        }
        return widened;
    }

    /** A food with a single allergen is a word for it: hot mustard for mustard, Chinese yam for yam. */
    private static Set<String> allergen(Food food) {
        List<Allergen> label = Require.notNull(food.dietary().allergens(), "allergens");
        return label.size() == 1 ? Set.of(label.get(0).code()) : Set.of();
    }
}
