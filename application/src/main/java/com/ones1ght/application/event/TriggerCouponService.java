package com.ones1ght.application.event;

import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.recommendation.OfferKind;

/** Writes a coupon's event. */
public final class TriggerCouponService implements TriggerCouponUseCase {

    private final SingleTriggers triggers;

    public TriggerCouponService(SingleTriggers triggers) {
        this.triggers = triggers;
    }

    @Override
    public EventId trigger(Command command) {
        return triggers.write(
                command.report(), OfferKind.COUPON, command.action().eventType());
    }
}
