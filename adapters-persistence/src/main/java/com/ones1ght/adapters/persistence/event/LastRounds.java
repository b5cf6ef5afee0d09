package com.ones1ght.adapters.persistence.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The rounds that this node has read last for triggers. Whether one is still the current one, and its owner's, the database
 * says for each trigger. Thread-safe.
 */
final class LastRounds {

    /** One thirty-second of the heap. */
    private static final int HEAP_SHARE = 32;

    /** What values take in memory, in bytes for each character of the JSON that they were read from. */
    private static final int MEMORY_OF_JSON = 4;

    /** What a round without a result takes: ids, and the entry itself. */
    private static final int MEMORY_OF_ENTRY = 1_000;

    /**
     * A few triggers. What was erased does not stay in memory for longer; and a version that a failover of the database has
     * lost is not taken for longer for another one that has its number.
     */
    static final Duration KEPT = Duration.ofSeconds(30);

    private final Cache<Asked, Last> rounds;

    LastRounds(Ticker ticker) {
        this.rounds = Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_SHARE)
                .weigher((Asked asked, Last last) -> MEMORY_OF_ENTRY + MEMORY_OF_JSON * last.length())
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** What a trigger names; with the owner, so that a foreign round takes the same statements as an unknown one. */
    record Asked(Owner owner, ProfileId profile, ChatId chat, RoundId round) {}

    private record Last(TriggeredRound round, int length) {}

    /** The round as it was read last; null if none is kept. */
    @Nullable
    TriggeredRound of(Asked asked) {
        Last last = rounds.getIfPresent(asked);
        return last == null ? null : last.round();
    }

    /** @param length of the JSON that it was read from, in characters */
    void keep(Asked asked, TriggeredRound round, int length) {
        rounds.put(asked, new Last(round, length));
    }

    void forget(Asked asked) {
        rounds.invalidate(asked);
    }
}
