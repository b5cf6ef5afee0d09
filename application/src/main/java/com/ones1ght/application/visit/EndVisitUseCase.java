package com.ones1ght.application.visit;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;

/** A shopper leaves the store. */
public interface EndVisitUseCase {

    /**
     * Ends the visit under way, and its chat session with it.
     *
     * @return the visit with all its stamps
     * @throws com.ones1ght.domain.shared.NotFoundException when the profile is not the owner's
     * @throws com.ones1ght.domain.shared.DomainException NO_ACTIVE_SESSION when no visit is under way
     */
    VisitView end(Command command);

    /**
     * @param owner who asks
     * @param profile on whose behalf
     */
    record Command(Owner owner, ProfileId profile) {

        public Command {
            Require.notNull(owner, "owner");
            Require.notNull(profile, "profile_id");
        }
    }
}
