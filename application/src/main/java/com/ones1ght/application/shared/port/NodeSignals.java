package com.ones1ght.application.shared.port;

/**
 * Tells the other nodes of the installation that there is something to do. A hint, never the only way: signals
 * may be lost, repeated or coalesced, and whoever listens also looks by itself from time to time.
 */
public interface NodeSignals {

    /** Tells the other nodes that rounds are due. Returns at once; called outside of transactions. */
    void announceDueRounds();

    /** Calls {@code listener} whenever another node announces due rounds; it must return quickly. */
    void onDueRounds(Runnable listener);

    /** Tells the other nodes that there are new events. Returns at once; called outside of transactions. */
    void announceNewEvents();

    /** Calls {@code listener} whenever another node announces new events; it must return quickly. */
    void onNewEvents(Runnable listener);

    /** Tells the other nodes that shoppers have passed by signages. Returns at once; called outside of transactions. */
    void announcePassages();

    /** Calls {@code listener} whenever another node announces passages; it must return quickly. */
    void onPassages(Runnable listener);

    /** Tells the other nodes that keys were changed. Returns at once; called outside of transactions. */
    void announceChangedKeys();

    /** Calls {@code listener} whenever another node announces changed keys; it must return quickly. */
    void onChangedKeys(Runnable listener);

    /** Tells the other nodes that profiles were erased. Returns at once; called outside of transactions. */
    void announceErasedProfiles();

    /** Calls {@code listener} whenever another node announces erased profiles; it must return quickly. */
    void onErasedProfiles(Runnable listener);
}
