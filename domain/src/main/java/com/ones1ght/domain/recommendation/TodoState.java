package com.ones1ght.domain.recommendation;

/** What has become of an item of the shopping list; the shopper decides. */
public enum TodoState {
    /** Still to be picked up. */
    OPEN,
    /** In the cart. */
    PICKED,
    /** At home already. */
    HAVE,
    /** Not wanted; it stays listed, so that it can be taken back. */
    REMOVED;

    /** Whether the item is bought on this visit: then it counts towards the total and goes over the till. */
    public boolean isBought() {
        return this == OPEN || this == PICKED;
    }
}
