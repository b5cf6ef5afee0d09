package com.ones1ght.adapters.llm.embedded;

import java.util.OptionalLong;

/**
 * What the pipeline takes from a profile.
 *
 * @param name how to address the shopper; blank when the profile has none
 * @param age in years
 * @param likes what the preferences and the persona speak of
 * @param exclusions what allergies and dislikes leave out
 */
record Shopper(String name, OptionalLong age, Wish likes, Exclusions exclusions) {

    private static final long ADULT = 20;

    /** Whether alcohol may be offered; who does not tell the age counts as grown-up. */
    boolean mayDrink() {
        return age.isEmpty() || age.getAsLong() >= ADULT;
    }
}
