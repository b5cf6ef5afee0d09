package com.ones1ght.application.chat;

import com.ones1ght.domain.chat.ChatId;

/** Where changes of rounds are reported that clients can see. */
@FunctionalInterface
public interface ChatChanges {

    /**
     * Reports, after the commit, that a round of the chat has changed, was added or was erased, so that those who watch
     * the chat on any node read it again. Returns at once, never fails, and costs no statement.
     */
    void changed(ChatId chat);
}
