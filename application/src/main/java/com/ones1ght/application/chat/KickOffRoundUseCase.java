package com.ones1ght.application.chat;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Require;
import org.jspecify.annotations.Nullable;

/** Accepts a shopper's question; the answer is produced in the background. */
public interface KickOffRoundUseCase {

    /**
     * Stores the run and charges it; no backend is called. Without a chat it begins a new one; with a chat it adds a
     * round; with a chat and a round it refines that round.
     *
     * @throws com.ones1ght.domain.shared.NotFoundException when profile, chat or round is not the owner's
     * @throws com.ones1ght.domain.shared.DomainException CONFLICT, PRIOR_ROUND_IN_FLIGHT,
     *     REFINEMENT_CAP_EXCEEDED or INSUFFICIENT_CREDIT; nothing is written or charged then
     */
    Accepted kickOff(Command command);

    /**
     * @param key the authenticated client
     * @param profile the shopper's profile
     * @param prompt the question
     * @param chat the chat to continue; null begins one
     * @param round the round to refine; null adds one
     */
    record Command(
            ApiKey key,
            ProfileId profile,
            Prompt prompt,
            @Nullable ChatId chat,
            @Nullable RoundId round) {

        public Command {
            Require.notNull(key, "key");
            Require.notNull(profile, "profile_id");
            Require.notNull(prompt, "prompt");
            if (round != null && chat == null) {
                throw new InvalidRequestException("round", "needs the chat_id that it belongs to");
            }
        }
    }

    /**
     * @param chat the new or continued chat
     * @param round the round whose run was accepted
     */
    record Accepted(ChatId chat, RoundId round) {}
}
