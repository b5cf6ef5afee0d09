package com.ones1ght.application.visit;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.visit.Stage;
import com.ones1ght.domain.visit.Visit;
import org.jspecify.annotations.Nullable;

/** A shopper reaches a stage. */
public interface StampVisitUseCase {

    /**
     * Stamps the visit under way. With a flow, leaving {@code CHAT} ends the chat session.
     *
     * @return the visit with the new stamp as its last
     * @throws com.ones1ght.domain.shared.NotFoundException when the profile is not the owner's
     * @throws com.ones1ght.domain.shared.DomainException NO_ACTIVE_SESSION when no visit is under way; INVALID_STAGE
     *     or STAGE_REGRESSION when the tenant's flow does not allow it
     */
    Visit stamp(Command command);

    /**
     * @param key who asks
     * @param profile on whose behalf
     * @param stage where the shopper is
     * @param meta one JSON object to keep with the stamp; null when there is none
     */
    record Command(
            ApiKey key,
            ProfileId profile,
            Stage stage,
            @Nullable String meta) {

        public Command {
            Require.notNull(key, "key");
            Require.notNull(profile, "profile_id");
            Require.notNull(stage, "status");
        }
    }
}
