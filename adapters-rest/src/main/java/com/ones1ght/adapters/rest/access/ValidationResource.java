package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.shared.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Reports the state of a key to its holder. */
@Path(ValidationResource.PATH)
@ApplicationScoped
public class ValidationResource {

    static final String PATH = "validation";

    /** The result of {@link AuthenticationFilter} for the key. */
    @GET
    public Answer validate(@Context SecurityContext caller) {
        return Answer.of(ValidationReply.from(Caller.validation(caller)));
    }
}
