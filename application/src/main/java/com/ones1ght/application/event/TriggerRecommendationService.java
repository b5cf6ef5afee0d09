package com.ones1ght.application.event;

import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.recommendation.OfferKind;

/** Writes a recommended item's event. */
public final class TriggerRecommendationService implements TriggerRecommendationUseCase {

    private final SingleTriggers triggers;

    public TriggerRecommendationService(SingleTriggers triggers) {
        this.triggers = triggers;
    }

    @Override
    public EventId trigger(Command command) {
        return triggers.write(
                command.report(), OfferKind.RECOMMENDATION, command.action().eventType());
    }
}
