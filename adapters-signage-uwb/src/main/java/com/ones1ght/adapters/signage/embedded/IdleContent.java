package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.domain.store.Location;
import java.util.List;
import java.util.Map;

/**
 * What a store's screens show while no shopper is near, and where the screens are.
 *
 * @param events the store's enabled messages
 * @param products at most {@value #MAX_PRODUCTS}: three slides of three
 * @param screens the locations of the store's signages on the floor plan, by their numbers
 */
record IdleContent(List<ShownEvent> events, List<ShownProduct> products, Map<Integer, Location> screens) {

    static final int MAX_SLIDES = 4;
    static final int MAX_PRODUCTS = 9;
    static final IdleContent EMPTY = new IdleContent(List.of(), List.of(), Map.of());

    /** The slides of the entrance. */
    List<ShownEvent> slides() {
        return events.subList(0, Math.min(MAX_SLIDES, events.size()));
    }
}
