package com.ones1ght.application.chat.port;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.shared.Require;
import org.jspecify.annotations.Nullable;

/**
 * What a run has become.
 *
 * @param round the round now
 * @param snapshot the snapshot now
 * @param todos set when step 2 was merged with this update, else null: what is stored stays
 * @param recommendedItems likewise for step 3
 * @param notifications likewise for step 4: an object with {@code ad} and {@code coupon}
 * @param result the same three as values, for triggers and barcodes; null when no step was merged with this update
 * @param session set when something of the session form was merged with this update
 */
public record RunUpdate(
        Round round,
        PipelineSnapshot snapshot,
        @Nullable JsonFragment todos,
        @Nullable JsonFragment recommendedItems,
        @Nullable JsonFragment notifications,
        @Nullable RoundResult result,
        @Nullable SessionForm session) {

    public RunUpdate {
        Require.notNull(round, "round");
        Require.notNull(snapshot, "snapshot");
    }

    /**
     * What clients of a chat session are shown.
     *
     * @param shoppingList set when step 2 was merged with this update, else null: what is stored stays
     * @param backList likewise for step 4
     */
    public record SessionForm(
            @Nullable JsonFragment shoppingList, @Nullable JsonFragment backList) {}
}
