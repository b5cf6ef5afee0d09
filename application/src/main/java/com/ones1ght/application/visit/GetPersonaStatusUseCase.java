package com.ones1ght.application.visit;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;

/** Tells what a shopper is doing. */
public interface GetPersonaStatusUseCase {

    /** @throws com.ones1ght.domain.shared.NotFoundException when the profile is not the owner's */
    PersonaStatus get(Query query);

    /**
     * @param owner who asks
     * @param profile about whom
     */
    record Query(Owner owner, ProfileId profile) {

        public Query {
            Require.notNull(owner, "owner");
            Require.notNull(profile, "profile_id");
        }
    }
}
