package com.ones1ght.adapters.signage.embedded;

import java.util.List;

/**
 * What a store's screens show while nobody stands before them.
 *
 * @param events what the store has to say at present, disabled messages left out
 * @param products {@value #MOST_PRODUCTS} at the most: three slides of three
 */
record ShopWindow(List<ShownEvent> events, List<ShownProduct> products) {

    static final int MOST_SLIDES = 4;
    static final int MOST_PRODUCTS = 9;
    static final ShopWindow EMPTY = new ShopWindow(List.of(), List.of());

    /** The slides of the entrance. */
    List<ShownEvent> slides() {
        return events.subList(0, Math.min(MOST_SLIDES, events.size()));
    }
}
