package com.ones1ght.adapters.llm.cookbook.language;

/**
 * What a word stands for.
 *
 * @param kind what {@code id} identifies
 * @param id the dish's id, the food's key or family, the tag, or the id of a dish that the cookbook lacks
 */
public record Concept(Kind kind, String id) {

    /** The kinds of concepts. */
    public enum Kind {
        DISH,
        /** A well-known dish that the cookbook lacks. */
        ABSENT_DISH,
        FOOD,
        TAG,
        /** Being allergic, whatever to. */
        ALLERGY,
        /** What only looks like something to eat. */
        NOTHING
    }
}
