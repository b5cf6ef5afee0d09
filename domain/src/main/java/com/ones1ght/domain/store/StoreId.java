package com.ones1ght.domain.store;

import com.ones1ght.domain.shared.Require;

/**
 * Names one shop of a retailer, as the store backend knows it.
 *
 * @param value up to 100 characters, not blank
 */
public record StoreId(String value) {

    public StoreId {
        Require.notBlank(value, "store_id");
        Require.that(value.length() <= 100, "store_id", "have at most 100 characters");
    }
}
