package com.ones1ght.domain.event;

/** What a shopper or the app did with a coupon. */
public enum CouponAction {
    ISSUED(EventType.COUPON_ISSUED),
    REDEEMED(EventType.COUPON_REDEEMED),
    DISMISSED(EventType.COUPON_DISMISSED);

    private final EventType eventType;

    CouponAction(EventType eventType) {
        this.eventType = eventType;
    }

    /** The type of the event that is recorded. */
    public EventType eventType() {
        return eventType;
    }
}
