package com.ones1ght.adapters.llm.cookbook;

import java.util.Set;

/** A diet that excludes whole families of food. */
public enum Diet {
    NONE(Set.of()),
    VEGETARIAN(Set.of("meat", "seafood")),
    VEGAN(Set.of("meat", "seafood", "egg", "milk", "honey"));

    private final Set<String> families;

    Diet(Set<String> families) {
        this.families = families;
    }

    /** Whether the food is excluded, traces included. */
    public boolean forbids(Food food) {
        return families.stream().anyMatch(food::contains);
    }

    /** The excluded families. */
    public Set<String> families() {
        return families;
    }

    /** The stricter of the two. */
    public Diet and(Diet other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
