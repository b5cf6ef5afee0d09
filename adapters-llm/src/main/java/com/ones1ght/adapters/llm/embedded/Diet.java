package com.ones1ght.adapters.llm.embedded;

import java.util.Set;

/** A way of eating that leaves whole families of food out. */
enum Diet {
    NONE(Set.of()),
    VEGETARIAN(Set.of("meat", "seafood")),
    VEGAN(Set.of("meat", "seafood", "egg", "milk", "honey"));

    private final Set<String> families;

    Diet(Set<String> families) {
        this.families = families;
    }

    /** Whether the food is left out, for traces too. */
    boolean forbids(Food food) {
        return families.stream().anyMatch(food::contains);
    }

    /** The families that are left out. */
    Set<String> families() {
        return families;
    }

    /** The stricter of the two. */
    Diet and(Diet other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
