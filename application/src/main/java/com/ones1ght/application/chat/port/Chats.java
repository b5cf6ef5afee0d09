package com.ones1ght.application.chat.port;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import java.util.List;
import java.util.Optional;

/**
 * The chats, for the decision about their next run, and for ending runs. Takes part in the caller's transaction. What is
 * not the owner's is not found.
 */
public interface Chats {

    /** The chat with its last round, locked until the end of the transaction, so that the decision stands. */
    Optional<Chat> lock(Owner owner, ProfileId profile, ChatId chat);

    /** Whether the chat, which the caller has locked, has a round of this id. */
    boolean hasRound(Owner owner, ChatId chat, RoundId round);

    /**
     * The rounds of the chat, which the caller has locked, whose current run has not settled, in order; locked
     * against the runner until the end of the transaction.
     */
    List<Round> lockRunning(Owner owner, ChatId chat);

    /**
     * Ends the current run of a round, which the caller has from {@link #lockRunning}: replaces the round, keeps what it
     * shows, and takes the run from the queue; nobody can write to the run any more.
     */
    void settle(Owner owner, Round ended);
}
