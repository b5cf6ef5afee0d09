package com.ones1ght.adapters.llm.cookbook;

import java.util.Set;

/** A way of eating that leaves whole families of food out. */
public enum Diet {
    NONE(Set.of()),
    VEGETARIAN(Set.of("meat", "seafood")),
    VEGAN(Set.of("meat", "seafood", "egg", "milk", "honey"));

    private final Set<String> families;

    Diet(Set<String> families) {
        this.families = families;
    }

    /** Whether the food is left out, for traces too. */
    public boolean forbids(Food food) {
        return families.stream().anyMatch(food::contains);
    }

    /** The families that are left out. */
    public Set<String> families() {
        return families;
    }

    /** The stricter of the two. */
    public Diet and(Diet other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
