package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.StoreId;

/**
 * A signage of a store, whether or not the store has it.
 *
 * @param number 1 or higher
 */
record Screen(StoreId store, int number) {

    Screen {
        Require.notNull(store, "store");
        Require.that(number >= 1, "signage_no", "be at least 1");
    }

    /** Whether this is the screen at the entrance, which shows a single product; all others show sections. */
    boolean isAtTheEntrance() {
        return number == 1;
    }
}
