package com.ones1ght.application.chat.port;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.profile.ProfileId;
import java.util.List;
import java.util.Optional;

/** The conversations, for writing. Takes part in the caller's transaction. */
public interface Chats {

    /** What came of the attempt to begin a chat. */
    enum Beginning {
        BEGUN,
        /** The profile is not the owner's, or has been erased; nothing was written. */
        PROFILE_MISSING,
        /** The tenant's balance does not cover the charge; nothing was written. */
        NOT_ENOUGH_CREDIT
    }

    /**
     * The chat with its last round, locked until the end of the transaction, so that the decision about its next
     * run stands. Somebody else's chat, or another profile's, is not found.
     */
    Optional<Chat> lock(Owner owner, ProfileId profile, ChatId chat);

    /** Whether the chat, which the caller has locked, has a round of this id. */
    boolean hasRound(ChatId chat, RoundId round);

    /**
     * Adds a chat with its first round, and that with its first run, due at once.
     *
     * @throws com.ones1ght.domain.shared.NotFoundException when the profile has been erased in the meantime
     */
    void begin(Owner owner, Chat chat, Round first, NewRun run);

    /**
     * Adds a chat with its first round and run, as {@link #begin} does, and charges the run: all of it or nothing, in
     * one step that needs no transaction around it. So most questions begin, and the balance, which all of a tenant's
     * kickoffs share, is locked for this one step alone.
     *
     * @param charge of the first run
     */
    Beginning beginCharged(Owner owner, Chat chat, Round first, NewRun run, Charge charge);

    /** Adds a further round to its chat, with its first run, due at once. */
    void addRound(Owner owner, ProfileId profile, Round round, NewRun run);

    /**
     * Starts another run of a round of the chat, which the caller has locked: the round is replaced, what its
     * earlier run showed is taken away, and the earlier run can write nothing more.
     */
    void restartRound(Owner owner, ProfileId profile, Round round, NewRun run);

    /**
     * The rounds of the chat, which the caller has locked, whose current run has not settled, in order; locked
     * against the runner until the end of the transaction.
     */
    List<Round> lockRunning(Owner owner, ChatId chat);

    /**
     * Ends the current run of a round, which the caller has from {@link #lockRunning}: the round is replaced, what it
     * shows stays, and the run leaves the queue and can write nothing more.
     */
    void settle(Owner owner, Round ended);
}
