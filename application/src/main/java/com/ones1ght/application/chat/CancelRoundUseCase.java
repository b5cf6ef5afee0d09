package com.ones1ght.application.chat;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import java.util.concurrent.CompletionStage;

/** Cancels a round in progress. */
public interface CancelRoundUseCase {

    /**
     * Ends the current run of the round. The results of finished steps stay; the run's credit is refunded if step 2 is not
     * done. The run can write nothing more once this method returns. The stage, with the cancelled round
     * alone, completes within about a second and never fails.
     *
     * @throws com.ones1ght.domain.shared.NotFoundException when profile, chat or round does not exist for the key's owner
     * @throws com.ones1ght.domain.shared.DomainException ROUND_SETTLED when the round has no run in progress
     */
    CompletionStage<WatchedChat> cancel(Command command);

    /**
     * @param key the authenticated client
     * @param profile the shopper's profile
     * @param chat the chat of that profile
     * @param round the round of that chat
     */
    record Command(ApiKey key, ProfileId profile, ChatId chat, RoundId round) {

        public Command {
            Require.notNull(key, "key");
            Require.notNull(profile, "profile_id");
            Require.notNull(chat, "chat_id");
            Require.notNull(round, "round_id");
        }
    }
}
