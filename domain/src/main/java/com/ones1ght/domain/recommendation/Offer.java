package com.ones1ght.domain.recommendation;

/** An item that a round shows and that clients report events about: an ad, a coupon, or a recommended item. */
public sealed interface Offer permits RankedNotification, RecommendedItem {

    /** Identifies the recommendation in events. */
    String recommendationId();
}
