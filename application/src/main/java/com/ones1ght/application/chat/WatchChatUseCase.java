package com.ones1ght.application.chat;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Shows a chat, or one round of it, to a client that polls. */
public interface WatchChatUseCase {

    /**
     * Refreshes rounds in progress where this node runs them, and shows what is stored. The stage completes within about
     * a second, however slow a backend is, and usually before the method returns.
     *
     * @return empty when profile, chat or round does not exist for the key's owner. The stage fails only when the chat
     *     cannot be read again after a refresh
     */
    Optional<CompletionStage<WatchedChat>> watch(Query query);

    /**
     * @param key the authenticated client
     * @param profile the shopper's profile
     * @param chat the chat of that profile
     * @param round the one round to show; null for all
     */
    record Query(
            ApiKey key,
            ProfileId profile,
            ChatId chat,
            @Nullable RoundId round) {

        public Query {
            Require.notNull(key, "key");
            Require.notNull(profile, "profile_id");
            Require.notNull(chat, "chat_id");
        }
    }
}
