package com.ones1ght.domain.event;

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
}
