package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.event.port.SignageOutbox.ParkedDelivery;
import com.ones1ght.application.signage.port.SignageTrigger;

/** A parked delivery for the operator, without data of the shopper. */
record ParkedDeliveryReply(
        String deliveryId, String storeId, String action, int attempts, String parkedAt, String reason) {

    static ParkedDeliveryReply from(ParkedDelivery parked) {
        SignageTrigger trigger = parked.trigger();
        return new ParkedDeliveryReply(
                trigger.deliveryId().toString(),
                trigger.store().value(),
                WireWords.of(trigger.passage()),
                parked.attempts(),
                Timestamps.seconds(parked.parkedAt()),
                parked.reason());
    }
}
