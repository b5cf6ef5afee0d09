package com.ones1ght.domain.event;

import com.ones1ght.domain.recommendation.OfferKind;

/** What a shopper or the app did with a coupon. */
public enum CouponAction implements ItemAction {
    ISSUED(EventType.COUPON_ISSUED),
    REDEEMED(EventType.COUPON_REDEEMED),
    DISMISSED(EventType.COUPON_DISMISSED);

    private final EventType eventType;

    CouponAction(EventType eventType) {
        this.eventType = eventType;
    }

    @Override
    public EventType eventType() {
        return eventType;
    }

    @Override
    public OfferKind offer() {
        return OfferKind.COUPON;
    }
}
