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

/** What a shopper is doing at present. The newer clients, which say profile, never had it. */
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

    /** Shows the latest stage, and the chat session that goes with it. */
    @GET
    public Answer get(@Context ContainerRequestContext request, @PathParam("persona_id") String persona) {
        GetPersonaStatusUseCase.Query query =
                new GetPersonaStatusUseCase.Query(Caller.owner(request), PathIds.profile(persona));
        return Answer.of(PersonaStatusReply.from(status.get(query)));
    }
}
