package com.ones1ght.application.event;

import com.ones1ght.application.event.port.EventFollower;
import com.ones1ght.application.shared.Following;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** The events of a tenant as they happen, each once and in order. */
@FunctionalInterface
public interface LiveFeed {

    /**
     * Begins to pass events to the follower, the first perhaps before this returns.
     *
     * @param profile whose events alone are passed; null for those of all profiles
     * @param after the number of the last event that the follower has: later ones are passed first; null for new events
     *     only
     */
    Following follow(TenantId tenant, @Nullable ProfileId profile, @Nullable Long after, EventFollower follower);
}
