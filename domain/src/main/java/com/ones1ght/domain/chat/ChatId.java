package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * The id of a chat.
 *
 * @param value a UUID; version 7 for new ones, so that ids sort by creation time
 */
public record ChatId(UUID value) {

    public ChatId {
        Require.notNull(value, "chat id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
