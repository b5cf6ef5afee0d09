package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.domain.visit.ChatSession;
import java.util.Objects;

/** A chat session that was just ended, on the wire. */
record EndedChatSessionReply(String sessionId, boolean ended, String endedAt, String reason) {

    static EndedChatSessionReply from(ChatSession session) {
        ChatSession.Ending ending = Objects.requireNonNull(session.ending(), "ending");
        return new EndedChatSessionReply(
                session.visit().toString(), true, Timestamps.seconds(ending.at()), WireWords.of(ending.reason()));
    }
}
