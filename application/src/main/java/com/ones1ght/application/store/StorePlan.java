package com.ones1ght.application.store;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.FloorPlan;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.StoreId;
import java.util.List;

/**
 * What a client needs to draw a store.
 *
 * @param signages in the order of their numbers
 */
public record StorePlan(StoreId store, FloorPlan floor, List<Signage> signages) {

    public StorePlan {
        Require.notNull(store, "store");
        Require.notNull(floor, "floor");
        signages = List.copyOf(signages);
    }
}
