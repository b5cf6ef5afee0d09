package com.ones1ght.adapters.llm.embedded;

/**
 * What a word stands for.
 *
 * @param kind of what sort it is
 * @param id the dish's id, the food's key or family, or the tag
 */
record Concept(Kind kind, String id) {

    enum Kind {
        DISH,
        FOOD,
        TAG
    }
}
