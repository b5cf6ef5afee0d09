package com.ones1ght.application.event;

import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/** Tries again what was given up. */
public interface ResendDeliveryUseCase {

    /**
     * Gives a parked delivery a fresh term, under the id that it had.
     *
     * @throws com.ones1ght.domain.shared.NotFoundException when the tenant has no such parked delivery
     */
    void resend(Command command);

    /**
     * @param actor who does it
     * @param code of which tenant; of whatever form, one that is no code names nothing
     * @param delivery which
     */
    record Command(Actor actor, String code, UUID delivery) {

        public Command {
            Require.notNull(actor, "actor");
            Require.notNull(code, "tenant_code");
            Require.notNull(delivery, "delivery_id");
        }
    }
}
