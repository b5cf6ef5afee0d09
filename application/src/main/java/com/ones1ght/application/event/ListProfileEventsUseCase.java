package com.ones1ght.application.event;

import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import org.jspecify.annotations.Nullable;

/** Lists what happened to the recommendations of one shopper. */
public interface ListProfileEventsUseCase {

    /** @throws com.ones1ght.domain.shared.NotFoundException when the profile is not the owner's */
    EventPage list(Query query);

    /**
     * @param owner who asks
     * @param profile whose events
     * @param type only of this type; null for all
     * @param page which of them
     */
    record Query(Owner owner, ProfileId profile, @Nullable EventType type, PageRequest page) {

        public Query {
            Require.notNull(owner, "owner");
            Require.notNull(profile, "profile_id");
            Require.notNull(page, "page");
        }
    }
}
