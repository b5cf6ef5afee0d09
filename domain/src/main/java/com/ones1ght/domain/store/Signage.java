package com.ones1ght.domain.store;

import com.ones1ght.domain.shared.Require;

/**
 * A screen in the store.
 *
 * @param signageNo its number, from 1
 * @param location the circle within which a shopper counts as near
 */
public record Signage(int signageNo, String name, Location location) {

    public Signage {
        Require.notNull(name, "name");
        Require.notNull(location, "location");
    }
}
