package com.ones1ght.domain.event;

/** What happened to a recommended item. */
public enum RecommendAction {
    IMPRESSION(EventType.RECOMMEND_IMPRESSION),
    TAP(EventType.RECOMMEND_TAP);

    private final EventType eventType;

    RecommendAction(EventType eventType) {
        this.eventType = eventType;
    }

    /** The type of the event that is recorded. */
    public EventType eventType() {
        return eventType;
    }
}
