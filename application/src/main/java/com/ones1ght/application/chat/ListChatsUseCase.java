package com.ones1ght.application.chat;

import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;

/** Lists a profile's conversations. */
public interface ListChatsUseCase {

    /** @throws com.ones1ght.domain.shared.NotFoundException when the profile is not the owner's */
    ChatPage list(Query query);

    /**
     * @param owner who asks
     * @param profile whose conversations
     * @param page which of them
     */
    record Query(Owner owner, ProfileId profile, PageRequest page) {

        public Query {
            Require.notNull(owner, "owner");
            Require.notNull(profile, "profile_id");
            Require.notNull(page, "page");
        }
    }
}
