package com.ones1ght.domain.chat;

import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's chat: rounds, numbered from 1. It begins with its first round and grows by follow-ups; only its last round
 * can be refined. It is erased with its profile.
 *
 * <p>Immutable. Holds the last round only, which is all that decisions about the next run need.
 *
 * @param profile the shopper's
 * @param lastRound null only before the first
 */
public record Chat(ChatId id, ProfileId profile, @Nullable Round lastRound, Instant createdAt) {

    public Chat {
        Require.notNull(id, "id");
        Require.notNull(profile, "profile");
        Require.notNull(createdAt, "createdAt");
    }

    /** A new chat, still without a round. */
    public static Chat begun(ChatId id, ProfileId profile, Instant now) {
        return new Chat(id, profile, null, now);
    }

    /** Whether the last round keeps the next run from starting. */
    public boolean isInFlight() {
        return lastRound != null && lastRound.isInFlight();
    }

    /**
     * The next round of the chat.
     *
     * @throws DomainException PRIOR_ROUND_IN_FLIGHT while the last round has neither finished step 2 nor failed
     */
    public Round followUp(RoundId roundId, Prompt prompt, Language language, Instant now) {
        if (lastRound != null) {
            InFlightGuard.check(lastRound);
        }
        int number = lastRound == null ? 1 : lastRound.number() + 1;
        return Round.created(roundId, id, number, prompt, language, now);
    }

    /**
     * The last round, started again with another prompt.
     *
     * @param roundId of a round that exists in this chat
     * @throws NotFoundException when the chat has no round yet
     * @throws DomainException CONFLICT when it is not the last one; PRIOR_ROUND_IN_FLIGHT while it has neither
     *     finished step 2 nor failed; REFINEMENT_CAP_EXCEEDED after eight refinements
     */
    public Round refine(RoundId roundId, Prompt prompt, Language language, Instant now) {
        if (lastRound == null) {
            throw new NotFoundException();
        }
        if (!lastRound.id().equals(roundId)) {
            throw new DomainException(
                    ErrorCode.CONFLICT, "Only the last round of a chat can be refined; ask in a new round instead");
        }
        return lastRound.refined(prompt, language, now);
    }
}
