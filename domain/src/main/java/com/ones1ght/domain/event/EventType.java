package com.ones1ght.domain.event;

import java.util.Optional;

/** What can happen to a recommendation, as clients and the tenant's admins read it. */
public enum EventType {
    /** A shopper came near a signage, and the signage was given an ad. */
    ADS_TRIGGERED,
    /** The app gave the shopper a coupon. */
    COUPON_ISSUED,
    /** The shopper used a coupon. */
    COUPON_REDEEMED,
    /** The shopper did not want a coupon. */
    COUPON_DISMISSED,
    /** The app showed a recommended item. */
    RECOMMEND_IMPRESSION,
    /** The shopper tapped a recommended item. */
    RECOMMEND_TAP;

    /** Reads a name of the wire; empty when no type has it. */
    public static Optional<EventType> ofName(String name) {
        for (EventType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
