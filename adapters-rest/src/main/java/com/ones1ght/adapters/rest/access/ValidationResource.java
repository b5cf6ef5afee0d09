package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.shared.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;

/** Tells the holder of a key what it is worth. */
@Path(ValidationResource.PATH)
@ApplicationScoped
public class ValidationResource {

    static final String PATH = "validation";

    /** What {@link AuthenticationFilter} has found out about the key. */
    @GET
    public Answer validate(@Context ContainerRequestContext request) {
        return Answer.of(ValidationReply.from(Caller.validation(request)));
    }
}
