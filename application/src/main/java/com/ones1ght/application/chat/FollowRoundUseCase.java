package com.ones1ght.application.chat;

import com.ones1ght.application.shared.Following;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a client of each step of a round, on any node, until the round is settled. */
public interface FollowRoundUseCase {

    /**
     * Begins to tell the follower: first of the round as it is, then of each step in order, at last of the end. A
     * refinement meanwhile begins anew with the steps of its own run. Holds no thread in between. The follower has no room
     * until it says so by {@link Following#goOn}.
     *
     * @return empty when profile, chat or round does not exist for the key's owner
     */
    Optional<Following> follow(Query query, RoundFollower follower);

    /**
     * @param key the authenticated client
     * @param profile the shopper's profile
     * @param chat the chat of that profile
     * @param round the round of that chat
     * @param after what the follower has seen already; null for nothing. A position that the current run has not been at
     *     counts as nothing
     */
    record Query(
            ApiKey key,
            ProfileId profile,
            ChatId chat,
            RoundId round,
            @Nullable RoundPosition after) {

        public Query {
            Require.notNull(key, "key");
            Require.notNull(profile, "profile_id");
            Require.notNull(chat, "chat_id");
            Require.notNull(round, "round_id");
        }
    }
}
