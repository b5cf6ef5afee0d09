package com.ones1ght.application.event.port;

import com.ones1ght.application.event.EventFilter;
import com.ones1ght.application.event.EventPage;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.tenant.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The event log, for reading page by page. */
public interface EventQueries {

    /**
     * A page of a profile's events, sorted by creation, equal times by number.
     *
     * @param type only of this type; null for all
     * @return empty only when there is no such profile of this owner
     */
    Optional<EventPage> ofProfile(Owner owner, ProfileId profile, @Nullable EventType type, PageRequest page);

    /** A page of a tenant's events, sorted by creation, equal times by number. */
    EventPage ofTenant(TenantId tenant, EventFilter filter, PageRequest page);
}
