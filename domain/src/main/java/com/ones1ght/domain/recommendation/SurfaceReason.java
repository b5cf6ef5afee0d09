package com.ones1ght.domain.recommendation;

import java.util.Locale;
import java.util.Optional;

/** Why an item is shown beside the meal. */
public enum SurfaceReason {
    CROSS_SELL,
    UPSELL,
    IMPULSE;

    /** The tag on the wire: {@code cross-sell}, {@code upsell} or {@code impulse}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a tag of the wire; empty when it is none of the three. */
    public static Optional<SurfaceReason> ofTag(String tag) {
        for (SurfaceReason reason : values()) {
            if (reason.tag().equals(tag)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
