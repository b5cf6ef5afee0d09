package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a text names that no recipe calls for, and that the nearest stands for.
 *
 * @param effects what the text wants done with each of its mentions
 */
record Varieties(AnalyzedText text, List<@Nullable Effect> effects, Foods foods) {

    /** Those that are asked for, as the text calls them, and the food or family of each. */
    Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < effects.size(); i++) {
            String said = text.said(i);
            boolean isAsked = effects.get(i) == null || effects.get(i) == Effect.HAVE;
            if (isAsked && foods.isParticular(said)) {
                text.mentions().get(i).concepts().stream()
                        .filter(concept -> concept.kind() == Concept.Kind.FOOD)
                        .forEach(concept -> named.put(said, concept.id()));
            }
        }
        return named;
    }

    /** Another fish than hairtail is a fish, though no recipe tells the two apart. */
    private boolean isSetAgainstItsFamily(int i) {
        Set<Concept> family = text.mentions().get(i).concepts();
        return effects.get(i) == Effect.WITHOUT
                && foods.isParticular(text.said(i))
                && IntStream.range(0, effects.size())
                        .anyMatch(other -> effects.get(other) == null
                                && text.mentions().get(other).concepts().equals(family)
                                && !foods.isParticular(text.said(other)));
    }

    /** Who has sardines has none of the fish that a recipe calls for, but would like some. */
    @Nullable
    Effect effect(int i) {
        if (isSetAgainstItsFamily(i)) {
            return Effect.UNASKED;
        }
        boolean isNearest = effects.get(i) == Effect.HAVE
                && foods.isParticular(text.said(i))
                && text.mentions().get(i).concepts().stream().anyMatch(concept -> foods.isFamily(concept.id()));
        return isNearest ? null : effects.get(i);
    }
}
