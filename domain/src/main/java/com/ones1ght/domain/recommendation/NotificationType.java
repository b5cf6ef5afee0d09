package com.ones1ght.domain.recommendation;

import java.util.Locale;
import java.util.Optional;

/** Where a recommendation of step 4 appears. */
public enum NotificationType {
    /** On a signage. */
    ADS,
    /** In the app, as a coupon. */
    COUPON;

    /** The word on the wire: {@code ads} or {@code coupon}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a word of the wire; empty when it is neither. */
    public static Optional<NotificationType> ofTag(String tag) {
        for (NotificationType type : values()) {
            if (type.tag().equals(tag)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
