package com.ones1ght.application.profile;

import com.ones1ght.domain.chat.ChatId;
import java.util.Collection;

/** Reports erasures to whoever keeps something of profiles in memory, or runs their rounds. */
public interface ErasedProfiles {

    /**
     * A profile was erased by this node just now. Returns at once; called after the transaction.
     *
     * @param chats the chats that were erased with it
     */
    void announceErased(Collection<ChatId> chats);
}
