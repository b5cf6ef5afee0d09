package com.ones1ght.application.chat;

import com.ones1ght.domain.chat.RoundId;
import java.util.Collection;
import java.util.concurrent.CompletionStage;

/** Where a poll asks for a fresh look at rounds in progress. */
@FunctionalInterface
public interface RoundLooks {

    /**
     * Asks the backend at once about those of the rounds that this node holds and that only wait for their next
     * look; each is looked at once a second at the most.
     *
     * @return completed when these looks are over, and after a second at the latest; at once when there are none.
     *     Its value says whether anything was looked at. Never fails
     */
    CompletionStage<Boolean> look(Collection<RoundId> rounds);
}
