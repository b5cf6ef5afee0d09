package com.ones1ght.domain.event;

/** What has become of a coupon. */
public enum CouponAction {
    ISSUED(EventType.COUPON_ISSUED),
    REDEEMED(EventType.COUPON_REDEEMED),
    DISMISSED(EventType.COUPON_DISMISSED);

    private final EventType eventType;

    CouponAction(EventType eventType) {
        this.eventType = eventType;
    }

    /** What is written to the event log. */
    public EventType eventType() {
        return eventType;
    }
}
