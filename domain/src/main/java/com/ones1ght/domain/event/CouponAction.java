package com.ones1ght.domain.event;

import java.util.Locale;
import java.util.Optional;

/** What has become of a coupon ({@code kind} on the wire). */
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

    /** Reads a word of the wire; empty when it is none of the three. */
    public static Optional<CouponAction> ofTag(String tag) {
        for (CouponAction action : values()) {
            if (action.name().toLowerCase(Locale.ROOT).equals(tag)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
