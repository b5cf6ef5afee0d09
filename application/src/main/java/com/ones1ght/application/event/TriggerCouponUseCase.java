package com.ones1ght.application.event;

import com.ones1ght.application.event.SingleTriggers.Report;
import com.ones1ght.domain.event.CouponAction;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.shared.Require;

/** Notes what has become of a coupon. */
public interface TriggerCouponUseCase {

    /**
     * Writes one event.
     *
     * @return the event
     * @throws com.ones1ght.domain.shared.NotFoundException when profile, chat or round is not the owner's, or the item
     *     is neither the round's nor described
     */
    EventId trigger(Command command);

    /**
     * @param report about which item
     * @param action what has happened
     */
    record Command(Report report, CouponAction action) {

        public Command {
            Require.notNull(report, "report");
            Require.notNull(action, "action");
        }
    }
}
