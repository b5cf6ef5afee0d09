package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.domain.shared.LocalizedText;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that dishes are made of or that a store sells to eat and drink.
 *
 * @param key its English name, lowercase singular
 * @param name in three languages
 * @param category the part of the shop; {@code Staple} for what every kitchen has
 * @param families what it is, wider families included, for example {@code pork, meat}
 * @param sources what it is made from without being it: the fish of a fish stock
 * @param traces what it holds besides, out of sight: egg in mayonnaise; its sources are among them
 * @param pack how much one piece on the shelf holds; null when a piece is a piece
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

    /** Whether every kitchen has it, so that it is not put on a shopping list. */
    public boolean isStaple() {
        return category.equals("Staple");
    }

    public boolean isDrink() {
        return category.equals("Alcohol") || category.equals("Beverages");
    }

    /** Whether {@code concept} (a key or a family) names it, traces left aside. */
    public boolean is(String concept) {
        return key.equals(concept) || families.contains(concept);
    }

    /**
     * Whether who wants none of {@code concept} would not want it either: a fish stock is no dish of fish, and
     * yet nothing for who eats no fish.
     */
    boolean isOrComesFrom(String concept) {
        return is(concept) || sources.contains(concept);
    }

    /** Whether it is or contains {@code concept}, be it in traces. */
    public boolean contains(String concept) {
        return is(concept) || traces.contains(concept);
    }
}
