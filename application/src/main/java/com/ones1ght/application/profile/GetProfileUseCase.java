package com.ones1ght.application.profile;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;

/** Shows a profile. */
public interface GetProfileUseCase {

    /** @throws com.ones1ght.domain.shared.NotFoundException when there is none of this id for this owner */
    Profile get(Query query);

    /**
     * @param owner who asks
     * @param profile what for
     */
    record Query(Owner owner, ProfileId profile) {

        public Query {
            Require.notNull(owner, "owner");
            Require.notNull(profile, "profile_id");
        }
    }
}
