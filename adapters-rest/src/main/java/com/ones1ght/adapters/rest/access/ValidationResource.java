package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.shared.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;

/** Reports the state of a key to its holder. */
@Path(ValidationResource.PATH)
@ApplicationScoped
public class ValidationResource {

    static final String PATH = "validation";

    /** The result of {@link AuthenticationFilter} for the key. */
    @GET
    public Answer validate(@Context ContainerRequestContext request) {
        return Answer.of(ValidationReply.from(Caller.validation(request)));
    }
}
