package com.ones1ght.application.event;

import com.ones1ght.application.event.SingleTriggers.Told;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.RecommendAction;
import com.ones1ght.domain.shared.Require;

/** Notes that a recommended item was shown or tapped. */
public interface TriggerRecommendationUseCase {

    /**
     * Writes one event.
     *
     * @return the event
     * @throws com.ones1ght.domain.shared.NotFoundException when profile, chat or round is not the owner's, or the item
     *     is neither the round's nor described
     */
    EventId trigger(Command command);

    /**
     * @param told about which item
     * @param action what has happened
     */
    record Command(Told told, RecommendAction action) {

        public Command {
            Require.notNull(told, "told");
            Require.notNull(action, "action");
        }
    }
}
