package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.domain.shared.LocalizedText;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A food or drink: an ingredient of dishes, or a product of the store.
 *
 * @param key its English name, lowercase singular
 * @param name in three languages
 * @param category the part of the shop; {@code Staple} for what every kitchen has
 * @param families what it is, wider families included, for example {@code pork, meat}
 * @param sources what it is made from without being it: the fish of a fish stock
 * @param traces what else it contains, unseen: egg in mayonnaise; includes the sources
 * @param pack the content of one package; null for food sold by the piece
 * @param packUnit the unit of {@code pack}
 */
public record Food(
        String key,
        LocalizedText name,
        String category,
        Set<String> families,
        Set<String> sources,
        Set<String> traces,
        @Nullable BigDecimal pack,
        @Nullable Measure packUnit) {

    /** Whether every kitchen is assumed to have it, so that it is not on shopping lists. */
    public boolean isStaple() {
        return category.equals("Staple");
    }

    public boolean isDrink() {
        return category.equals("Alcohol") || category.equals("Beverages");
    }

    /** Whether {@code concept} (a key or a family) names it; traces do not count. */
    public boolean is(String concept) {
        return key.equals(concept) || families.contains(concept);
    }

    /**
     * Whether it is {@code concept} or made from it. A fish stock does not make a fish dish, but somebody who wants no
     * fish does not want it either.
     */
    boolean isOrComesFrom(String concept) {
        return is(concept) || sources.contains(concept);
    }

    /** Whether it is or contains {@code concept}, traces included. */
    public boolean contains(String concept) {
        return is(concept) || traces.contains(concept);
    }
}
