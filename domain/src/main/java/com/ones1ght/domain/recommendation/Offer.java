package com.ones1ght.domain.recommendation;

/** An item that a round shows, and that clients report on: an ad, a coupon, or an item beside the meal. */
public sealed interface Offer permits RankedNotification, RecommendedItem {

    /** Tracks the recommendation through events. */
    String recommendationId();
}
