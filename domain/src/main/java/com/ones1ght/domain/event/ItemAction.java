package com.ones1ght.domain.event;

import com.ones1ght.domain.recommendation.OfferKind;

/** What happened to one item of a round. */
public sealed interface ItemAction permits CouponAction, RecommendAction {

    /** The kind of offer that the item is in the round. */
    OfferKind offer();

    /** The type of the event that is recorded. */
    EventType eventType();
}
