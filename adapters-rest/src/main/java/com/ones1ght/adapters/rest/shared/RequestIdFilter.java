package com.ones1ght.adapters.rest.shared;

import com.ones1ght.application.shared.port.IdGenerator;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Gives every request an id before anything else, unless {@link RequestEntryFilter} has done so. */
@Provider
@PreMatching
@Priority(100)
@Dependent
public class RequestIdFilter implements ContainerRequestFilter {

    private IdGenerator ids;

    /** JAX-RS requires it of a provider; the container uses the other one. */
    public RequestIdFilter() {}

    @Inject
    public RequestIdFilter(IdGenerator ids) {
        this.ids = ids;
    }

    /** The id of a request that has passed this filter. */
    public static String of(ContainerRequestContext request) {
        return String.valueOf(request.getProperty(RequestId.PROPERTY));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getProperty(RequestId.PROPERTY) == null) {
            request.setProperty(RequestId.PROPERTY, RequestId.of(request.getHeaderString(RequestId.HEADER), ids::next));
        }
    }
}
