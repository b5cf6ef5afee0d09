package com.ones1ght.adapters.rest.chat;

import com.ones1ght.application.chat.Baseline;
import com.ones1ght.application.chat.ChatTag;
import com.ones1ght.application.chat.WatchChatUseCase.Query;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a poll asks for, whatever its client has. */
record PollQuestion(
        Owner owner,
        ProfileId profile,
        ChatId chat,
        @Nullable RoundId round) {

    static PollQuestion of(Query query) {
        return new PollQuestion(query.key().owner(), query.profile(), query.chat(), query.round());
    }

    /** The same poll of a client that has this state; without a baseline of its own, it does not wait. */
    static Query after(ChatTag tag, Query query) {
        return new Query(
                query.key(), query.profile(), query.chat(), query.round(), Baseline.of(List.of(tag)), Duration.ZERO);
    }
}
