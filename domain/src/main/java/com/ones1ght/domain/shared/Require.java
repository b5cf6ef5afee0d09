package com.ones1ght.domain.shared;

import org.jspecify.annotations.Nullable;

/** Preconditions of constructors; the message of a failure names the property. */
public final class Require {

    private Require() {}

    /** @throws IllegalArgumentException when {@code value} is null */
    public static <T> T notNull(@Nullable T value, String property) {
        if (value == null) {
            throw new IllegalArgumentException(property + " must not be null");
        }
        return value;
    }

    /** @throws IllegalArgumentException when {@code value} is null, empty or only white space */
    public static String notBlank(@Nullable String value, String property) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(property + " must not be blank");
        }
        return value;
    }

    /** @throws IllegalArgumentException with {@code property} and {@code expectation} when it does not hold */
    public static void that(boolean holds, String property, String expectation) {
        if (!holds) {
            throw new IllegalArgumentException(property + " must " + expectation);
        }
    }
}
