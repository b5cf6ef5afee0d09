package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.PageQuery;
import com.ones1ght.application.event.EventFilter;
import com.ones1ght.application.event.port.EventQueries;
import com.ones1ght.application.shared.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;

/** The events of a tenant, for its admins. */
@Path("admin/events")
@ApplicationScoped
public class TenantEventsResource {

    private EventQueries events;

    /** For the container's proxy. */
    public TenantEventsResource() {}

    @Inject
    public TenantEventsResource(EventQueries events) {
        this.events = events;
    }

    /** Lists the tenant's events. */
    @GET
    public Answer list(@Context SecurityContext caller) {
        MultivaluedMap<String, String> query = Caller.query(caller);
        PageRequest page = PageQuery.read(query);
        EventFilter filter = EventQuery.filter(query);
        return EventReplies.ofTenant(events.ofTenant(Caller.tenant(caller).id(), filter, page));
    }
}
