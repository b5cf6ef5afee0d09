package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.chat.WatchChatUseCase;
import com.ones1ght.application.visit.WatchChatSessionUseCase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.VisitId;
import java.util.concurrent.CompletionStage;

/** Answers polls on the path that chats and chat sessions share; no id is both. */
final class PolledAnswers {

    private final WatchChatUseCase chats;
    private final WatchChatSessionUseCase sessions;

    PolledAnswers(WatchChatUseCase chats, WatchChatSessionUseCase sessions) {
        this.chats = chats;
        this.sessions = sessions;
    }

    /**
     * Nearly all ids that come name chats, so those are looked for first and cost nothing more.
     *
     * @throws NotFoundException when the id names neither, or not for this caller
     */
    CompletionStage<Answer> of(ApiKey key, ProfileId profile, String id) {
        ChatId chat = PathIds.chat(id);
        VisitId session = PathIds.session(id);
        try {
            return chats.watch(new WatchChatUseCase.Query(key, profile, chat, null))
                    .thenApply(ChatDocument::chat);
        } catch (NotFoundException noChat) {
            return sessions.watch(new WatchChatSessionUseCase.Query(key.owner(), profile, session))
                    .thenApply(ChatSessionDocument::polled);
        }
    }
}
