package com.ones1ght.adapters.llm.cookbook.language;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text and what it mentions.
 *
 * @param text normalised by {@link TextNormalizer}
 * @param mentions from left to right, without overlaps
 */
public record AnalyzedText(String text, List<Mention> mentions) {

    public AnalyzedText {
        mentions = List.copyOf(mentions);
    }

    /** The keys and families of the foods mentioned, in the order of the text. */
    public Set<String> foods() {
        Set<String> foods = new LinkedHashSet<>();
        for (Mention mention : mentions) {
            for (Concept concept : mention.concepts()) {
                if (concept.kind() == Concept.Kind.FOOD) {
                    foods.add(concept.id());
                }
            }
        }
        return Collections.unmodifiableSet(foods);
    }
}
