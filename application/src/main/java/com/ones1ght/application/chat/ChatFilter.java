package com.ones1ght.application.chat;

import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Selects chats of a tenant. A criterion that is null or empty selects all.
 *
 * @param profile the chats of this profile
 * @param states the last round is in one of these states
 * @param from created at this time or later
 * @param to created before this time
 */
public record ChatFilter(
        @Nullable ProfileId profile,
        Set<RoundState> states,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** All chats. */
    public static final ChatFilter ALL = new ChatFilter(null, Set.of(), null, null);

    public ChatFilter {
        states = Set.copyOf(states);
    }
}
