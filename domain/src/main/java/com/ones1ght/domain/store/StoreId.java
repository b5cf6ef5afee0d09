package com.ones1ght.domain.store;

import com.ones1ght.domain.shared.Require;
import java.util.Optional;

/**
 * The name of one store of a retailer in the store backend.
 *
 * @param value up to 100 characters, not blank
 */
public record StoreId(String value) {

    private static final int MAX_LENGTH = 100;

    public StoreId {
        Require.notBlank(value, "store id");
        Require.that(value.length() <= MAX_LENGTH, "store id", "have at most " + MAX_LENGTH + " characters");
    }

    /** The store of this name; empty when no store can have it. */
    public static Optional<StoreId> ofText(String text) {
        return text.isBlank() || text.length() > MAX_LENGTH ? Optional.empty() : Optional.of(new StoreId(text));
    }
}
