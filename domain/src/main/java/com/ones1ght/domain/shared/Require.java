package com.ones1ght.domain.shared;

import org.jspecify.annotations.Nullable;

/** Guards of constructors: each names the field at fault. */
public final class Require {

    private Require() {}

    /** @throws IllegalArgumentException when {@code value} is null */
    public static <T> T notNull(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " must not be null");
        }
        return value;
    }

    /** @throws IllegalArgumentException when {@code value} is null, empty or only white space */
    public static String notBlank(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + " must not be blank");
        }
        return value;
    }

    /** @throws IllegalArgumentException with {@code field} and {@code expectation} when it does not hold */
    public static void that(boolean holds, String field, String expectation) {
        if (!holds) {
            throw new IllegalArgumentException(field + " must " + expectation);
        }
    }
}
