package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in a text that mentions something known.
 *
 * @param first its first word, by its place among the text's words
 * @param last its last word
 * @param concepts what it may stand for; several where a word is ambiguous ("curry")
 */
public record Mention(int first, int last, Set<Concept> concepts) {

    boolean isOf(Concept.Kind kind) {
        // Asked of each mention again and again, so without a stream.
        for (Concept concept : concepts) {
            if (concept.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** Whether it names a kind of dish: a soup, pasta. */
    boolean isOfKind() {
        return concepts.stream().anyMatch(concept -> Dish.KINDS.contains(concept.id()));
    }

    /** Whether it names a cuisine, or a place that has one, and nothing else. */
    boolean isOnlyOfCuisine() {
        return concepts.stream()
                .allMatch(concept -> concept.kind() == Concept.Kind.TAG && Dish.CUISINES.contains(concept.id()));
    }

    /** Whether it names what a kitchen holds. */
    boolean isHeld() {
        return isOf(Concept.Kind.FOOD) && !isOf(Concept.Kind.DISH)
                || concepts.stream().anyMatch(concept -> Supplies.NAMED_AS_DISHES.containsKey(concept.id()));
    }

    /** "Curry" is a dish, a kind of dish and a roux: what is wanted is the dish, what there is already is the food. */
    boolean means(Concept concept, @Nullable Effect effect) {
        boolean isFood = concept.kind() == Concept.Kind.FOOD;
        if (effect == Effect.HAVE && concept.kind() == Concept.Kind.TAG) {
            return true;
        }
        if (effect == Effect.HAVE || effect == Effect.MORE || effect == Effect.LESS) {
            return isFood || !isOf(Concept.Kind.FOOD);
        }
        return !isFood || effect != null || !isOf(Concept.Kind.DISH);
    }
}
