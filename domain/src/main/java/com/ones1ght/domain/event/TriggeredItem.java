package com.ones1ght.domain.event;

import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.shared.Require;

/**
 * What a trigger is about. An app may know more than the round does, live data for example, so an item that the round
 * does not have is taken if the app itself says what it is.
 *
 * @param recId tracks the recommendation through events
 * @param isOfRound whether the round has shown it
 * @param isDescribed whether the app names the item, or its product
 */
public record TriggeredItem(String recId, boolean isOfRound, boolean isDescribed) {

    public TriggeredItem {
        Require.notNull(recId, "rec_id");
    }

    /** @throws NotFoundException when nobody knows what the item is */
    public void requireKnown() {
        if (!isOfRound && !isDescribed) {
            throw new NotFoundException();
        }
    }
}
