package com.ones1ght.application.chat;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.TodoChanges;
import com.ones1ght.domain.shared.Require;
import java.util.concurrent.CompletionStage;

/** Changes the shopping list of a round: what is in the cart, at home or not wanted, how many, and what is added. */
public interface ChangeTodosUseCase {

    /**
     * Makes all of the changes or none. Of changes to one product at the same time the last one wins; changes to
     * different products do not touch each other.
     *
     * @return the chat with the one round as it is after the changes
     * @throws com.ones1ght.domain.shared.NotFoundException when profile, chat or round is not the owner's, or a product
     *     is neither on the list nor, if it is to be added, in the store
     * @throws com.ones1ght.domain.shared.DomainException CONFLICT before step 2, when the guard withholds a product, or
     *     when the list would get too long
     * @throws com.ones1ght.application.store.port.StoreUnavailableException when a product is to be added that is not on
     *     the list, and the store is unavailable
     */
    CompletionStage<WatchedChat> change(Command command);

    /** The changes to the list of a round. */
    record Command(ApiKey key, ProfileId profile, ChatId chat, RoundId round, TodoChanges changes) {

        public Command {
            Require.notNull(key, "key");
            Require.notNull(profile, "profile_id");
            Require.notNull(chat, "chat_id");
            Require.notNull(round, "round_id");
            Require.notNull(changes, "changes");
        }
    }
}
