package com.ones1ght.adapters.rest.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.adapters.rest.shared.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The last answers of this node, with the states that they show: while the state is still the same, an answer is neither
 * read nor assembled again. Whether a client may see an answer, and whether it is current, the database decides for each
 * request. Thread-safe.
 *
 * @param <Q> what was asked; it contains the owner, so that foreign things are no faster to be not found than unknown ones
 * @param <S> what tells the states of an answer apart
 */
final class LastAnswers<Q, S> {

    /** One thirty-second of the heap. */
    private static final int HEAP_SHARE = 32;

    /**
     * Several polls. What was erased does not stay in memory for longer; and a state that a failover of the database has
     * lost is not shown for longer, though it may look like another one that has taken its place.
     */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Cache<Q, Last<S>> answers = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_SHARE)
            .weigher((Q question, Last<S> last) -> last.answer().utf8().length)
            .expireAfterWrite(KEPT)
            .executor(Runnable::run)
            .build();

    /** An answer, and the state that it shows. */
    record Last<S>(S state, Answer answer) {}

    /** The last answer; null if none is kept. */
    @Nullable
    Last<S> to(Q question) {
        return answers.getIfPresent(question);
    }

    /** Keeps an answer for the next time. */
    void keep(Q question, S state, Answer answer) {
        answers.put(question, new Last<>(state, answer));
    }
}
