package com.ones1ght.adapters.rest.visit;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.visit.PersonaStatus;
import com.ones1ght.application.visit.port.VisitQueries;
import com.ones1ght.domain.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;

/** The status of a persona; only for older clients. */
@Path("persona/{persona_id}/status")
@ApplicationScoped
public class PersonaStatusResource {

    private VisitQueries visits;
    private InstantSource clock;

    /** For the container's proxy. */
    public PersonaStatusResource() {}

    @Inject
    public PersonaStatusResource(VisitQueries visits, InstantSource clock) {
        this.visits = visits;
        this.clock = clock;
    }

    /** Returns the latest stage and its chat session. */
    @GET
    public Answer get(@Context SecurityContext caller, @PathParam("persona_id") String persona) {
        PersonaStatus status = visits.status(Caller.owner(caller), PathIds.profile(persona), clock.instant())
                .orElseThrow(NotFoundException::new);
        return Answer.of(PersonaStatusReply.from(status));
    }
}
