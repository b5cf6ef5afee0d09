package com.ones1ght.application.chat.port;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.profile.ProfileId;

/** Stores the runs that kickoffs start, each due at once, with their rounds and chats. */
public interface NewRuns {

    /** The outcome of an attempt to begin a chat. */
    enum Beginning {
        BEGUN,
        /** The profile is not the owner's, or has been erased; nothing was written. */
        PROFILE_MISSING,
        /** The tenant's balance does not cover the charge; nothing was written. */
        NOT_ENOUGH_CREDIT
    }

    /**
     * Adds a chat with its first round and run, in the caller's transaction.
     *
     * @throws com.ones1ght.domain.shared.NotFoundException when the profile has been erased in the meantime
     */
    void begin(Owner owner, Chat chat, Round first, NewRun run);

    /**
     * Adds a chat with its first round and run and charges the run, all or nothing. Needs no transaction: it is one step,
     * so that the balance, which all kickoffs of a tenant share, is locked no longer than for that. Most questions begin
     * like this. An implementation may store those that arrive at once together, with the outcome for each as if it had
     * come alone.
     *
     * @param charge of the first run
     * @throws IllegalStateException when the chat or round exists; nothing was written
     */
    Beginning beginCharged(Owner owner, Chat chat, Round first, NewRun run, Charge charge);

    /** Adds another round and its first run to a chat, in the caller's transaction. */
    void addRound(Owner owner, ProfileId profile, Round round, NewRun run);

    /**
     * Starts another run of a round of a chat that the caller's transaction has locked: replaces the round, removes what
     * its earlier run showed, and ends that run, which can write nothing more.
     */
    void restartRound(Owner owner, ProfileId profile, Round round, NewRun run);
}
