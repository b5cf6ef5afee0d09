package com.ones1ght.domain.event;

/** Which way a shopper passes the rim of a signage's circle. */
public enum SignageAction {
    /** Comes near: the signage shows ads, and each of them is an event. */
    ENTER,
    /** Goes away: the signage is told, and nothing is written down. */
    EXIT;

    /** Whether the ads are events, and what the shopper forgot is passed on. */
    public boolean isEventful() {
        return this == ENTER;
    }
}
