package com.ones1ght.application.event;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.Position;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Finds out which signages a shopper has come near or left, for apps that know where they are and not what is there. */
public interface TriggerPositionUseCase {

    /**
     * Does for each signage whose circle the shopper has left or entered what a trigger of that signage does, all or
     * nothing. A position that changes nothing has no effect; nor has any while the store's signages were never to be had.
     *
     * @return usually complete; at most five seconds later while the store is asked for its signages
     * @throws com.ones1ght.domain.shared.NotFoundException when profile, chat or round is not the owner's
     */
    CompletionStage<Moved> move(Command command);

    /**
     * @param position measured in the store that the profile names
     * @param accuracy of the position in metres, not negative; 0 where it is unknown
     * @param forgotten what the shopper has forgotten; null when there is nothing
     */
    record Command(
            ApiKey key,
            ProfileId profile,
            ChatId chat,
            RoundId round,
            Position position,
            double accuracy,
            @Nullable Forgotten forgotten) {

        public Command {
            Require.notNull(key, "key");
            Require.notNull(profile, "profile_id");
            Require.notNull(chat, "chat_id");
            Require.notNull(round, "round_id");
            Require.notNull(position, "position");
            Require.that(accuracy >= 0, "accuracy", "not be negative");
        }
    }

    /**
     * @param entered the numbers of the signages, ascending
     * @param left the numbers of the signages, ascending
     * @param events written for the entries
     */
    record Moved(List<Integer> entered, List<Integer> left, List<EventId> events) {

        /** Nothing has changed. */
        static final Moved NOT = new Moved(List.of(), List.of(), List.of());

        public Moved {
            entered = List.copyOf(entered);
            left = List.copyOf(left);
            events = List.copyOf(events);
        }
    }
}
