package com.ones1ght.application.chat;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Shows a chat, or one round of it, to a client that polls, and waits for a change if the client wants it. */
public interface WatchChatUseCase {

    /**
     * Refreshes rounds in progress where this node runs them, and shows what is stored; that takes about a second at
     * most, however slow a backend is, and usually it is done before the method returns. If the client has the current
     * rounds already, the stage completes as soon as they change, or after the longest wait that the client wants.
     *
     * @return empty when profile, chat or round does not exist for the key's owner. The stage fails when the chat cannot
     *     be read again, NOT_FOUND if it was erased. Its future may be completed to end the wait
     */
    Optional<CompletionStage<Watched>> watch(Query query);

    /**
     * @param key the authenticated client
     * @param profile the shopper's profile
     * @param chat the chat of that profile
     * @param round the one round to show; null for all
     * @param baseline what the client has already
     * @param maxWait how long to wait for a change of rounds that the client has already; zero to {@link Query#MAX_WAIT}
     */
    record Query(
            ApiKey key,
            ProfileId profile,
            ChatId chat,
            @Nullable RoundId round,
            Baseline baseline,
            Duration maxWait) {

        /** The longest wait. */
        public static final Duration MAX_WAIT = Duration.ofSeconds(25);

        public Query {
            Require.notNull(key, "key");
            Require.notNull(profile, "profile_id");
            Require.notNull(chat, "chat_id");
            Require.notNull(baseline, "baseline");
            Require.that(!maxWait.isNegative() && maxWait.compareTo(MAX_WAIT) <= 0, "wait", "be from 0 to 25 s");
        }

        /** Of a client that has nothing. */
        public Query(ApiKey key, ProfileId profile, ChatId chat, @Nullable RoundId round) {
            this(key, profile, chat, round, Baseline.NONE, Duration.ZERO);
        }
    }
}
