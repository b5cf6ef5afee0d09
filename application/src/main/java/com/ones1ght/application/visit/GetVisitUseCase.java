package com.ones1ght.application.visit;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;

/** Shows the visit under way. */
public interface GetVisitUseCase {

    /**
     * @throws com.ones1ght.domain.shared.NotFoundException when the profile is not the owner's, or has no visit under
     *     way
     */
    VisitView get(Query query);

    /**
     * @param owner who asks
     * @param profile on whose behalf
     */
    record Query(Owner owner, ProfileId profile) {

        public Query {
            Require.notNull(owner, "owner");
            Require.notNull(profile, "profile_id");
        }
    }
}
