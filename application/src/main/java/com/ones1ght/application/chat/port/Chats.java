package com.ones1ght.application.chat.port;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import java.util.Optional;

/** The conversations, for writing. Takes part in the caller's transaction. */
public interface Chats {

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

    /** Adds a further round to its chat, with its first run, due at once. */
    void addRound(Owner owner, ProfileId profile, Round round, NewRun run);

    /**
     * Starts another run of a round of the chat, which the caller has locked: the round is replaced, what its
     * earlier run showed is taken away, and the earlier run can write nothing more.
     */
    void restartRound(Owner owner, ProfileId profile, Round round, NewRun run);
}
