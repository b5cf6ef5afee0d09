package com.ones1ght.domain.chat;

import java.util.Locale;
import java.util.Optional;

/** How far the back list (step 4) of a run is. */
public enum BackListStatus {
    NOT_STARTED,
    IN_PROGRESS,
    COMPLETED;

    /** The word on the wire: {@code not_started}, {@code in_progress} or {@code completed}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a word of the wire; empty when it is none of the three. */
    public static Optional<BackListStatus> ofTag(String tag) {
        for (BackListStatus status : values()) {
            if (status.tag().equals(tag)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
