package com.ones1ght.adapters.llm.cookbook.request;

import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A profile as the pipeline understands it.
 *
 * @param name how to address the shopper; blank when the profile has none
 * @param age in years
 * @param likes what the preferences and the persona express
 * @param exclusions by allergies, diet and dislikes
 * @param pantry keys and families of the foods that it says to be at home
 */
public record Shopper(String name, OptionalLong age, MealPreferences likes, Exclusions exclusions, Set<String> pantry) {

    /** The tag of who is under age. */
    static final String MINOR = "minor";

    private static final long ADULT = 20;

    /** Whether alcohol may be offered; an unknown age counts as adult. */
    public boolean mayDrink() {
        return !likes.tags().contains(MINOR) && (age.isEmpty() || age.getAsLong() >= ADULT);
    }
}
