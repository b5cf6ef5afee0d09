package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is named to be refused, by its nature: what had a face, what comes from animals, what is raw or greasy. */
final class NotEaten {

    private static final Map<String, Diet> DIETS = Map.of(
            "animal",
            Diet.VEGETARIAN,
            "animal-product",
            Diet.VEGAN,
            "raw",
            Diet.of("well-cooked"),
            "greasy",
            Diet.of("low-fat"));

    private static final Set<String> SUBSTANCES = ResourceText.lines(NotEaten.class, "substances.txt").stream()
            .flatMap(line -> ResourceText.items(line).stream())
            .collect(Collectors.toUnmodifiableSet());

    private NotEaten() {}

    /**
     * Whether a way of eating holds although its word is refused: for what is no food, but watched by those who have to eat
     * by it, and for an illness of whom something else is said ("coeliac and lactose intolerant").
     */
    static boolean isStillNeeded(String diet, String said, @Nullable Effect effect) {
        return SUBSTANCES.contains(said) || effect == Effect.NEVER && !Diet.isMatterOfTaste(diet);
    }

    static boolean isOne(String tag) {
        return DIETS.containsKey(tag);
    }

    static boolean isOne(Mention mention) {
        return mention.concepts().stream().anyMatch(concept -> isOne(concept.id()));
    }

    /** Whether what refuses a food is a matter of taste: a child that cannot eat vegetables will not. */
    static boolean isDisliked(String food, Effect effect) {
        return effect == Effect.WITHOUT || effect == Effect.NEVER && food.equals("vegetable");
    }

    /** How somebody eats who eats none of it. */
    static Diet dietWithout(String tag) {
        return Objects.requireNonNull(DIETS.get(tag));
    }
}
