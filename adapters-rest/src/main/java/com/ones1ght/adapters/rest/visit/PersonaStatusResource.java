package com.ones1ght.adapters.rest.visit;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.visit.GetPersonaStatusUseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;

/** The status of a persona; only for older clients. */
@Path("persona/{persona_id}/status")
@ApplicationScoped
public class PersonaStatusResource {

    private GetPersonaStatusUseCase status;

    /** For the container's proxy. */
    protected PersonaStatusResource() {}

    @Inject
    public PersonaStatusResource(GetPersonaStatusUseCase status) {
        this.status = status;
    }

    /** Returns the latest stage and its chat session. */
    @GET
    public Answer get(@Context ContainerRequestContext request, @PathParam("persona_id") String persona) {
        GetPersonaStatusUseCase.Query query =
                new GetPersonaStatusUseCase.Query(Caller.owner(request), PathIds.profile(persona));
        return Answer.of(PersonaStatusReply.from(status.get(query)));
    }
}
