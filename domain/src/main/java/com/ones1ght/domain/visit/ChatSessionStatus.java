package com.ones1ght.domain.visit;

import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Progress;
import com.ones1ght.domain.chat.RoundState;

/** The status of a chat session as its client sees it. */
public enum ChatSessionStatus {
    /** A recommendation is in progress and has no shopping list yet. */
    CHAT,
    /** The shopping list is available, or nothing was asked yet. */
    READY,
    /** The last recommendation failed. */
    ERROR;

    /** The status by the latest round of the session's chat. */
    public static ChatSessionStatus of(RoundState state, Progress progress) {
        if (state == RoundState.ERROR) {
            return ERROR;
        }
        return progress.isDone(PipelineStep.SHOPPING_LIST) ? READY : CHAT;
    }
}
