package com.ones1ght.adapters.signage.embedded;

import java.util.List;

/**
 * What a store's screens show while no shopper is near.
 *
 * @param events the store's enabled messages
 * @param products at most {@value #MAX_PRODUCTS}: three slides of three
 */
record IdleContent(List<ShownEvent> events, List<ShownProduct> products) {

    static final int MAX_SLIDES = 4;
    static final int MAX_PRODUCTS = 9;
    static final IdleContent EMPTY = new IdleContent(List.of(), List.of());

    /** The slides of the entrance. */
    List<ShownEvent> slides() {
        return events.subList(0, Math.min(MAX_SLIDES, events.size()));
    }
}
