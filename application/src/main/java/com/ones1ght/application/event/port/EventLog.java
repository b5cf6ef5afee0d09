package com.ones1ght.application.event.port;

import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What happened, in order. Each tenant's events are numbered, and become visible in the order of their numbers: who has
 * seen one will never be shown an earlier one for the first time. An erasure of a profile replaces its events by
 * {@link Event#erased}; apart from that events are only added.
 */
public interface EventLog extends EventQueries {

    /**
     * Adds events of one tenant in their order. Takes part in the caller's transaction, and holds the tenant's
     * numbering until its end: to be called as late as possible.
     *
     * @param now when they are written down
     * @throws NotFoundException when the profile of one has been erased
     */
    void append(TenantId tenant, List<Event> events, Instant now);

    /**
     * Adds one event of a round, in the caller's transaction or in one of its own, which events that are added at once may
     * share.
     *
     * @param round what the event was made of
     * @param now when it is written down
     * @return false when the round has changed since it was read, or its profile has been erased: nothing is written
     */
    boolean append(TriggeredRound round, Event event, Instant now);

    /** The number of the tenant's latest event, or a higher one before the next; 0 when there is none. */
    long lastNumber(TenantId tenant);

    /**
     * The events of several tenants that come after some number, each tenant's in order.
     *
     * @param numbers by tenant, exclusive
     * @param limit at most so many for each tenant
     */
    List<LoggedEvent> after(Map<TenantId, Long> numbers, int limit);

    /**
     * The events of one profile of a tenant that come after some number, in order. Costs no more than this profile has
     * events, however many the tenant has.
     *
     * @param number exclusive
     */
    List<LoggedEvent> afterOfProfile(TenantId tenant, ProfileId profile, long number, int limit);
}
