package com.ones1ght.adapters.llm.cookbook;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A diet that excludes whole families of food. */
public enum Diet {
    NONE(null, Set.of()),
    VEGETARIAN(com.ones1ght.domain.dietary.Diet.VEGETARIAN, Set.of("meat", "seafood")),
    VEGAN(com.ones1ght.domain.dietary.Diet.VEGAN, Set.of("meat", "seafood", "egg", "milk", "honey"));

    private final com.ones1ght.domain.dietary.@Nullable Diet declared;
    private final Set<String> families;

    Diet(com.ones1ght.domain.dietary.@Nullable Diet declared, Set<String> families) {
        this.declared = declared;
        this.families = families;
    }

    /** Whether the food does not suit it. */
    public boolean forbids(Food food) {
        return declared != null && !food.suits(declared);
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
