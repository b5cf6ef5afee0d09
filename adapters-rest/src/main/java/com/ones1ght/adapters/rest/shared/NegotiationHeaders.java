package com.ones1ght.adapters.rest.shared;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Hides the headers of content negotiation from the server, which would evaluate them while it matches the resource, in
 * another order and with answers of its own. {@link NegotiationFilter} evaluates them instead.
 */
@Provider
@PreMatching
@Priority(Priorities.HEADER_DECORATOR)
@Dependent
public class NegotiationHeaders implements ContainerRequestFilter {

    static final String ACCEPT = "com.ones1ght.accept";
    static final String CONTENT_TYPE = "com.ones1ght.content-type";

    @Override
    public void filter(ContainerRequestContext request) {
        setAside(request, HttpHeaders.ACCEPT, ACCEPT);
        setAside(request, HttpHeaders.CONTENT_TYPE, CONTENT_TYPE);
    }

    private static void setAside(ContainerRequestContext request, String header, String property) {
        String value = request.getHeaderString(header);
        if (value != null) {
            request.setProperty(property, value);
            request.getHeaders().remove(header);
        }
    }
}
