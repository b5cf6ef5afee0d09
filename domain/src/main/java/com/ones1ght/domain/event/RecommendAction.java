package com.ones1ght.domain.event;

import java.util.Locale;
import java.util.Optional;

/** What a shopper does with a recommended item. */
public enum RecommendAction {
    /** It was shown. */
    IMPRESSION(EventType.RECOMMEND_IMPRESSION),
    /** It was tapped. */
    TAP(EventType.RECOMMEND_TAP);

    private final EventType eventType;

    RecommendAction(EventType eventType) {
        this.eventType = eventType;
    }

    /** What is written to the event log. */
    public EventType eventType() {
        return eventType;
    }

    /** Reads a word of the wire; empty when it is neither. */
    public static Optional<RecommendAction> ofTag(String tag) {
        for (RecommendAction action : values()) {
            if (action.name().toLowerCase(Locale.ROOT).equals(tag)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
