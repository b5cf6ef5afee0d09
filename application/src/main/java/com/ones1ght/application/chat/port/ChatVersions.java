package com.ones1ght.application.chat.port;

import com.ones1ght.domain.chat.ChatId;
import java.util.Collection;
import java.util.Map;

/** The versions of chats: each is the sum of the versions of its rounds, and grows with every change of any. */
@FunctionalInterface
public interface ChatVersions {

    /**
     * The versions of these chats, whoever owns them, in one statement that reads no documents. A chat without rounds,
     * or that does not exist, is not in the result.
     */
    Map<ChatId, Long> of(Collection<ChatId> chats);
}
