package com.ones1ght.domain.visit;

import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Progress;
import com.ones1ght.domain.chat.RoundState;

/** What a client of a chat session waits for. */
public enum ChatSessionStatus {
    /** A recommendation is under way and has no shopping list yet. */
    CHAT,
    /** The shopping list is there, or nothing was asked yet. */
    READY,
    /** The last recommendation failed. */
    ERROR;

    /** The status by the latest round of the session's conversation. */
    public static ChatSessionStatus of(RoundState state, Progress progress) {
        if (state == RoundState.ERROR) {
            return ERROR;
        }
        return progress.isDone(PipelineStep.SHOPPING_LIST) ? READY : CHAT;
    }
}
