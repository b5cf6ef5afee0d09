package com.ones1ght.application.chat;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a polling client sees of a chat, or of one round of it. */
public interface WatchChatUseCase {

    /**
     * Looks at rounds in progress once more, where this node may, and shows what is stored. The stage is
     * completed within about a second, however slow a backend is, and mostly before the method returns.
     *
     * @return fails only when the chat cannot be read again after a look
     * @throws com.ones1ght.domain.shared.NotFoundException when profile, chat or round is not the owner's
     */
    CompletionStage<WatchedChat> watch(Query query);

    /**
     * @param key who asks
     * @param profile whose chat
     * @param chat which
     * @param round null for all rounds
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

    /**
     * @param chat the chat; with the one round alone when one was asked for
     * @param couponSpots the store's coupon spots at present, an array, the same for every round
     */
    record WatchedChat(ChatView chat, JsonFragment couponSpots) {}
}
