package com.ones1ght.application.visit;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.Progress;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.ChatSessionStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A chat session as its client polls it.
 *
 * @param session the session
 * @param latest the latest round of its conversation; null before the first
 */
public record ChatSessionView(ChatSession session, @Nullable Recommendation latest) {

    /** What the client waits for. */
    public ChatSessionStatus status() {
        return latest == null ? ChatSessionStatus.READY : ChatSessionStatus.of(latest.state(), latest.progress());
    }

    /** How far step 4 is. */
    public BackListStatus backListStatus() {
        BackListStatus told = latest == null ? null : latest.backListStatus();
        return told == null ? BackListStatus.NOT_STARTED : told;
    }

    /** When something last changed that the client can see. */
    public Instant updatedAt() {
        return latest == null ? session.openedAt() : latest.updatedAt();
    }

    /**
     * The latest round, as far as this form shows it.
     *
     * @param round its id
     * @param state where it is in its life
     * @param progress of its current run
     * @param backListStatus null until the first snapshot
     * @param updatedAt when its run last changed it; changes of the shopping list do not count, which this form does not show
     * @param failure set in error only
     * @param shoppingList ready to serve, an object; null until step 2 is done
     * @param backList ready to serve, an object; null until step 4 is done
     */
    public record Recommendation(
            RoundId round,
            RoundState state,
            Progress progress,
            @Nullable BackListStatus backListStatus,
            Instant updatedAt,
            @Nullable RunFailure failure,
            @Nullable JsonFragment shoppingList,
            @Nullable JsonFragment backList) {}
}
