package com.ones1ght.application.chat;

import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a tenant's chats are wanted; what is null or empty does not matter.
 *
 * @param profile whose
 * @param states in one of which the chat's last round is
 * @param from begun then or later
 * @param to begun before then
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
