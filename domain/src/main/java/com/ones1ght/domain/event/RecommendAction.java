package com.ones1ght.domain.event;

import com.ones1ght.domain.recommendation.OfferKind;

/** What happened to a recommended item. */
public enum RecommendAction implements ItemAction {
    IMPRESSION(EventType.RECOMMEND_IMPRESSION),
    TAP(EventType.RECOMMEND_TAP);

    private final EventType eventType;

    RecommendAction(EventType eventType) {
        this.eventType = eventType;
    }

    @Override
    public EventType eventType() {
        return eventType;
    }

    @Override
    public OfferKind offer() {
        return OfferKind.RECOMMENDATION;
    }
}
