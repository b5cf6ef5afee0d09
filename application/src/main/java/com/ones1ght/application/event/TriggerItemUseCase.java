package com.ones1ght.application.event;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.ItemAction;
import com.ones1ght.domain.event.ReportedItem;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;

/** Records what happened to one item of a round: a coupon, or a recommended item. */
public interface TriggerItemUseCase {

    /**
     * Writes one event.
     *
     * @return the event
     * @throws com.ones1ght.domain.shared.NotFoundException when profile, chat or round is not the owner's, or the item
     *     is neither the round's nor described
     */
    EventId trigger(Command command);

    /**
     * @param owner the authenticated tenant and key line
     * @param profile the shopper's
     * @param chat the conversation that the item is from
     * @param round the round that it is from
     * @param item the item, with all that the app says of it
     * @param action what has happened
     */
    record Command(Owner owner, ProfileId profile, ChatId chat, RoundId round, ReportedItem item, ItemAction action) {

        public Command {
            Require.notNull(owner, "owner");
            Require.notNull(profile, "profile_id");
            Require.notNull(chat, "chat_id");
            Require.notNull(round, "round_id");
            Require.notNull(item, "item");
            Require.notNull(action, "action");
        }
    }
}
