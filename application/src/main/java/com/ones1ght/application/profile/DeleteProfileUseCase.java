package com.ones1ght.application.profile;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;

/** Forgets a shopper, for good. */
public interface DeleteProfileUseCase {

    /**
     * Erases the profile and everything about the shopper; runs under way are cancelled.
     *
     * @return the profile as it was
     * @throws com.ones1ght.domain.shared.NotFoundException when there is none of this id for this owner
     */
    Profile delete(Command command);

    /**
     * @param owner who asks
     * @param profile what for
     */
    record Command(Owner owner, ProfileId profile) {

        public Command {
            Require.notNull(owner, "owner");
            Require.notNull(profile, "profile_id");
        }
    }
}
