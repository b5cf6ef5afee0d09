package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.StoreId;

/**
 * One signage of one store, as far as it can be shown: whether the store has it does not matter.
 *
 * @param number from 1
 */
record Screen(StoreId store, int number) {

    Screen {
        Require.notNull(store, "store");
        Require.that(number >= 1, "signage_no", "be at least 1");
    }

    /** Whether it is the one at the entrance, which shows a single product; all others show sections. */
    boolean isAtTheEntrance() {
        return number == 1;
    }
}
