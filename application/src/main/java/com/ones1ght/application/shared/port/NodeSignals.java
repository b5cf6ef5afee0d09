package com.ones1ght.application.shared.port;

import com.ones1ght.domain.chat.ChatId;
import java.util.function.Consumer;

/**
 * Signals between the nodes of the installation that something is to be done or was changed. They are hints, which may be lost, repeated or
 * coalesced: listeners also check at intervals of their own.
 */
public interface NodeSignals {

    /** Announces due rounds to the other nodes. Returns at once; called outside transactions. */
    void announceDueRounds();

    /** Calls {@code listener} whenever another node announces due rounds; it must return quickly. */
    void onDueRounds(Runnable listener);

    /** Announces to the other nodes that runs were ended by others than their holders. Returns at once; called outside transactions. */
    void announceEndedRuns();

    /** Calls {@code listener} whenever another node announces ended runs; it must return quickly. */
    void onEndedRuns(Runnable listener);

    /** Announces new events to the other nodes. Returns at once; called outside transactions. */
    void announceNewEvents();

    /** Calls {@code listener} whenever another node announces new events; it must return quickly. */
    void onNewEvents(Runnable listener);

    /** Announces to the other nodes that shoppers have passed signages. Returns at once; called outside transactions. */
    void announcePassages();

    /** Calls {@code listener} whenever another node announces passages; it must return quickly. */
    void onPassages(Runnable listener);

    /** Announces changed keys to the other nodes. Returns at once; called outside transactions. */
    void announceChangedKeys();

    /** Calls {@code listener} whenever another node announces changed keys; it must return quickly. */
    void onChangedKeys(Runnable listener);

    /** Announces erased profiles to the other nodes. Returns at once; called outside transactions. */
    void announceErasedProfiles();

    /** Calls {@code listener} whenever another node announces erased profiles; it must return quickly. */
    void onErasedProfiles(Runnable listener);

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
