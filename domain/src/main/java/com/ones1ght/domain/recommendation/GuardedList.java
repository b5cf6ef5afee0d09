package com.ones1ght.domain.recommendation;

/** The lists of a round from which products are withheld. */
public enum GuardedList {
    TODOS,
    RECOMMENDED_ITEMS,
    AD,
    COUPON,
    /** Of the recipe: only named, since a recipe without its ingredient would be another one. */
    INGREDIENTS
}
