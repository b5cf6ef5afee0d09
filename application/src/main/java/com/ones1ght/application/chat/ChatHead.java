package com.ones1ght.application.chat;

import com.ones1ght.application.chat.ChatView.ProfileSummary;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.store.StoreId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether a chat has changed, without its documents.
 *
 * @param profileSummary the profile's summary
 * @param store the store that the shopper is in; null means the installation's default store
 * @param rounds in order
 */
public record ChatHead(
        ProfileSummary profileSummary, @Nullable StoreId store, List<RoundHead> rounds) {

    public ChatHead {
        rounds = List.copyOf(rounds);
    }

    /**
     * @param id its id
     * @param state its current state
     * @param version as in {@link RoundView}
     */
    public record RoundHead(RoundId id, RoundState state, long version) {}

    /** The sum of the rounds' versions, as in {@link ChatView}. */
    public long version() {
        return rounds.stream().mapToLong(RoundHead::version).sum();
    }

    Optional<RoundHead> round(RoundId id) {
        return rounds.stream().filter(round -> round.id().equals(id)).findFirst();
    }
}
