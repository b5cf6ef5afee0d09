package com.ones1ght.adapters.llm.cookbook.language;

/**
 * What a word stands for.
 *
 * @param kind what {@code id} identifies
 * @param id the dish's id, the food's key or family, or the tag
 */
public record Concept(Kind kind, String id) {

    /** The kinds of concepts. */
    public enum Kind {
        DISH,
        FOOD,
        TAG
    }
}
