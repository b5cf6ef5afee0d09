package com.ones1ght.application.chat;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Require;
import org.jspecify.annotations.Nullable;

/** Accepts a shopper's question. The answer comes into being in the background. */
public interface KickOffRoundUseCase {

    /**
     * Stores the run and charges it; no backend is called. Without a chat a new one begins; with a chat a new
     * round follows; with chat and round that round is refined.
     *
     * @throws com.ones1ght.domain.shared.NotFoundException when profile, chat or round is not the owner's
     * @throws com.ones1ght.domain.shared.DomainException CONFLICT, PRIOR_ROUND_IN_FLIGHT,
     *     REFINEMENT_CAP_EXCEEDED or INSUFFICIENT_CREDIT; nothing is written or charged then
     */
    Accepted kickOff(Command command);

    /**
     * @param key who asks
     * @param profile on whose behalf
     * @param prompt what
     * @param chat the conversation to go on with; null begins one
     * @param round the round to refine; null makes a new one
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
     * @param chat the conversation
     * @param round the round that is on its way
     */
    record Accepted(ChatId chat, RoundId round) {}
}
