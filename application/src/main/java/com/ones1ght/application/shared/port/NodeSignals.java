package com.ones1ght.application.shared.port;

import com.ones1ght.domain.chat.ChatId;
import java.util.function.Consumer;

/**
 * Signals between the nodes of the installation that something is to be done or was changed. They are hints, which may be lost, repeated or
 * coalesced: listeners also check at intervals of their own.
 */
public interface NodeSignals {

    /** What a signal without a subject tells the other nodes. */
    enum Topic {
        /** Rounds are due. */
        DUE_ROUNDS,
        /** Runs were ended by others than their holders. */
        ENDED_RUNS,
        /** Events were appended. */
        NEW_EVENTS,
        /** Shoppers have passed signages. */
        PASSAGES,
        /** API keys were changed. */
        CHANGED_KEYS,
        /** Profiles were erased. */
        ERASED_PROFILES
    }

    /** Announces {@code topic} to the other nodes. Returns at once; called outside transactions. */
    void announce(Topic topic);

    /** Calls {@code listener} whenever another node announces {@code topic}; it must return quickly. */
    void on(Topic topic, Runnable listener);

    /** Announces to the other nodes that a chat has changed. Returns at once; called outside transactions. */
    void announceChangedChat(ChatId chat);

    /**
     * Calls {@code listener} for each chat that another node announces as changed, mostly within 50 ms.
     *
     * @param listener must return quickly
     * @param onMissed called after a time in which announcements may have been lost; must return quickly
     */
    void onChangedChats(Consumer<ChatId> listener, Runnable onMissed);
}
