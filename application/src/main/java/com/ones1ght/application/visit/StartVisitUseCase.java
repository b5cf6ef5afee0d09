package com.ones1ght.application.visit;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.visit.Visit;

/** A shopper enters the store. */
public interface StartVisitUseCase {

    /**
     * Begins a visit with its first stamp.
     *
     * @throws com.ones1ght.domain.shared.NotFoundException when the profile is not the owner's
     * @throws com.ones1ght.domain.shared.DomainException SESSION_ACTIVE when the profile has a visit under way
     */
    Visit start(Command command);

    /**
     * @param key who asks
     * @param profile on whose behalf
     */
    record Command(ApiKey key, ProfileId profile) {

        public Command {
            Require.notNull(key, "key");
            Require.notNull(profile, "profile_id");
        }
    }
}
