package com.ones1ght.adapters.rest.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.adapters.rest.shared.Answer;
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

/**
 * The last answers of this node to polls, with the states that they show. A poll that says nothing of what it has is
 * compared with them: if the state is still the same, neither are documents read nor is the answer assembled again.
 * Whether a client may see an answer, and whether it is current, the database decides for each poll. Thread-safe.
 */
final class LastAnswers {

    /** One thirty-second of the heap. */
    private static final int HEAP_SHARE = 32;

    /** Somewhat longer than the time between two polls; what was erased does not stay in memory for long. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Cache<Key, Last> answers;

    /** @param owner so that foreign chats are no faster to be not found than unknown ones */
    private record Key(
            Owner owner,
            ProfileId profile,
            ChatId chat,
            @Nullable RoundId round) {

        static Key of(Query query) {
            return new Key(query.key().owner(), query.profile(), query.chat(), query.round());
        }
    }

    /** An answer, and the state that it shows. */
    record Last(ChatTag tag, Answer answer) {

        /** The same poll of a client that has this answer. */
        Query after(Query query) {
            return new Query(
                    query.key(),
                    query.profile(),
                    query.chat(),
                    query.round(),
                    Baseline.of(List.of(tag)),
                    // Without a baseline of its own, a poll does not wait.
                    Duration.ZERO);
        }
    }

    LastAnswers() {
        answers = Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_SHARE)
                .weigher((Key key, Last last) -> last.answer().utf8().length)
                .expireAfterAccess(KEPT)
                .executor(Runnable::run)
                .build();
    }

    /** The last answer to such a poll; null if none is kept, or the client says what it has itself. */
    @Nullable
    Last to(Query query) {
        return query.baseline().equals(Baseline.NONE) ? answers.getIfPresent(Key.of(query)) : null;
    }

    /** Keeps an answer for the next polls. */
    void keep(Query query, ChatTag tag, Answer answer) {
        answers.put(Key.of(query), new Last(tag, answer));
    }
}
