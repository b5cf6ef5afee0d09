package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.profile.ProfileWord;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.PageQuery;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.event.port.EventQueries;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;

/** The events of a profile. */
@Path(ProfileWord.PATH + "/{profile_id}/events")
@ApplicationScoped
public class ProfileEventsResource {

    private EventQueries events;

    /** For the container's proxy. */
    public ProfileEventsResource() {}

    @Inject
    public ProfileEventsResource(EventQueries events) {
        this.events = events;
    }

    /** Lists the profile's events. */
    @GET
    public Answer list(@Context SecurityContext caller, @PathParam("profile_id") String profile) {
        MultivaluedMap<String, String> query = Caller.query(caller);
        PageRequest page = PageQuery.read(query);
        EventType type = EventQuery.type(query);
        return EventReplies.ofProfile(events.ofProfile(Caller.owner(caller), PathIds.profile(profile), type, page)
                .orElseThrow(NotFoundException::new));
    }
}
