package com.ones1ght.domain.store;

import com.ones1ght.domain.shared.Require;

/**
 * The name of one store of a retailer in the store backend.
 *
 * @param value up to 100 characters, not blank
 */
public record StoreId(String value) {

    public StoreId {
        Require.notBlank(value, "store id");
        Require.that(value.length() <= 100, "store id", "have at most 100 characters");
    }
}
