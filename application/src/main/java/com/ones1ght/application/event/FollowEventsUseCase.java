package com.ones1ght.application.event;

import com.ones1ght.application.event.port.EventFollower;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** Tells a tenant's admin of events as they happen, each once and in order. */
public interface FollowEventsUseCase {

    /** Begins; the follower may be told of the first event before this returns. */
    Following follow(Query query);

    /**
     * @param tenant whose events
     * @param after the number of the last event that is known, what was missed since then is told first; null for new
     *     events only
     * @param follower who is told
     */
    record Query(TenantId tenant, @Nullable Long after, EventFollower follower) {

        public Query {
            Require.notNull(tenant, "tenant_id");
            Require.notNull(follower, "follower");
        }
    }
}
