package com.ones1ght.domain.event;

import java.util.Locale;
import java.util.Optional;

/** Which way a shopper passes the rim of a signage's circle. */
public enum SignageAction {
    /** Comes near: the signage shows ads, and each of them is an event. */
    ENTER,
    /** Goes away: the signage is told, and nothing is written down. */
    EXIT;

    /** The word on the wire: {@code enter} or {@code exit}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the ads are events, and what the shopper forgot is passed on. */
    public boolean isEventful() {
        return this == ENTER;
    }

    /** Reads a word of the wire; empty when it is neither. */
    public static Optional<SignageAction> ofTag(String tag) {
        for (SignageAction action : values()) {
            if (action.tag().equals(tag)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
