package com.ones1ght.application.event;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.event.ReportedItem;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes that a shopper has come near a signage, or has gone, and sees to it that the signage learns of it. */
public interface TriggerSignageUseCase {

    /** More would have one small request write as much as thousands: each event carries all that was forgotten. */
    int MAX_ITEMS = 100;

    /**
     * Writes an event for each item, those of the command or else the round's ads, and the delivery to the signage, all
     * or nothing. Leaving writes the delivery alone.
     *
     * @return the events, in the order of the items
     * @throws com.ones1ght.domain.shared.NotFoundException when profile, chat or round is not the owner's, or one of
     *     the items is neither the round's nor described
     */
    List<EventId> trigger(Command command);

    /**
     * @param items what the signage shows; empty means the round's ads
     * @param forgotten what the shopper has forgotten; null when there is nothing
     * @param signageNo the number of the signage; null means all of the store
     */
    record Command(
            ApiKey key,
            ProfileId profile,
            ChatId chat,
            RoundId round,
            Passage passage,
            List<ReportedItem> items,
            @Nullable Forgotten forgotten,
            @Nullable Integer signageNo) {

        public Command {
            Require.notNull(key, "key");
            Require.notNull(profile, "profile_id");
            Require.notNull(chat, "chat_id");
            Require.notNull(round, "round_id");
            Require.notNull(passage, "passage");
            items = List.copyOf(items);
            if (items.size() > MAX_ITEMS) {
                throw new InvalidRequestException("items", "must have at most " + MAX_ITEMS + " elements");
            }
        }
    }
}
