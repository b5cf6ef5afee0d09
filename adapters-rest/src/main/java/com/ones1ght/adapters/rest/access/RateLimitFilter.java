package com.ones1ght.adapters.rest.access;

import com.ones1ght.application.access.Principal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Limits the request rate and reports the remaining quota. Runs after authentication, before resource matching. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION + 1)
@Dependent
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String PREFIX = "com.ones1ght.";

    private RateLimits limits;

    /** JAX-RS requires it of a provider; the container uses the other one. */
    public RateLimitFilter() {}

    @Inject
    public RateLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Principal.Client client = Caller.client(request);
        if (client != null) {
            limits.take(
                    client,
                    request.getUriInfo().getPath(),
                    (header, value) -> request.setProperty(PREFIX + header, value));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        for (String header : List.of(RateLimits.STATE, RateLimits.POLICY)) {
            if (request.getProperty(PREFIX + header) instanceof String value) {
                response.getHeaders().putSingle(header, value);
            }
        }
    }
}
