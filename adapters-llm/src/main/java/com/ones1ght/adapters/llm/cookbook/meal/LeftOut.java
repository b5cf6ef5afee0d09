package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.shared.Phrases;
import com.ones1ght.domain.shared.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says what a prompt was understood to refuse, where neither the dish nor what changed in it shows that. */
final class LeftOut {

    private static final int MAX_NAMES = 4;

    private LeftOut() {}

    static Optional<String> say(MealRequest mealRequest, DishVariant variant, Foods foods, Language language) {
        Set<String> doubted = new TreeSet<>(mealRequest.preferences().doubted());
        Set<String> refused = new TreeSet<>(mealRequest.preferences().unwantedFoods());
        // Nobody looks for a drink in a dish.
        if (doubted.removeIf(concept -> isDrink(concept, foods))) {
            refused.removeIf(concept -> isDrink(concept, foods));
        }
        // What may not be had anyway is not offered.
        doubted.removeIf(
                concept -> isForbidden(concept, mealRequest.exclusions().withoutUnwanted(), foods));
        if (!doubted.isEmpty()) {
            List<String> names =
                    names(doubted, foods, language).stream().limit(MAX_NAMES).toList();
            return Optional.of(Phrases.say(language, "why.doubted", Phrases.list(language, names)));
        }
        Set<String> names = names(refused, foods, language);
        boolean isShown = refused.stream().anyMatch(concept -> uses(variant, concept))
                || variant.dish().ingredients().stream()
                        .anyMatch(ingredient -> refused.stream().anyMatch(ingredient.food()::isOrComesFrom));
        boolean isAllergen = !mealRequest.preferences().allergies().isEmpty();
        return names.isEmpty() || names.size() > MAX_NAMES || isShown || isAllergen
                ? Optional.empty()
                : Optional.of(Phrases.say(
                        language,
                        "why.without",
                        Phrases.list(language, names.stream().toList())));
    }

    /** The names of those of the concepts that are in none of the others. */
    private static Set<String> names(Set<String> concepts, Foods foods, Language language) {
        Set<String> names = new TreeSet<>();
        for (String concept : concepts) {
            boolean isNamedWider =
                    concepts.stream().anyMatch(other -> !other.equals(concept) && isWithin(concept, other, foods));
            if (!isNamedWider) {
                names.add(foods.label(concept).in(language));
            }
        }
        return names;
    }

    private static boolean isForbidden(String concept, Exclusions exclusions, Foods foods) {
        return foods.find(concept).map(exclusions::forbids).orElseGet(() -> foods.all().stream()
                .filter(food -> food.is(concept))
                .allMatch(exclusions::forbids));
    }

    private static boolean isDrink(String concept, Foods foods) {
        return foods.isMember(concept, "alcohol")
                || foods.find(concept).filter(Food::isDrink).isPresent();
    }

    private static boolean uses(DishVariant variant, String concept) {
        return variant.ingredients().stream()
                .anyMatch(ingredient -> ingredient.food().contains(concept));
    }

    private static boolean isWithin(String narrow, String wide, Foods foods) {
        return foods.isWithin(narrow, wide)
                || foods.find(narrow).filter(food -> food.is(wide)).isPresent();
    }
}
