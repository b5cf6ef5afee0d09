package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * Names a conversation.
 *
 * @param value version 7 for new ones, so that ids sort by the time they were made
 */
public record ChatId(UUID value) {

    public ChatId {
        Require.notNull(value, "chat_id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
