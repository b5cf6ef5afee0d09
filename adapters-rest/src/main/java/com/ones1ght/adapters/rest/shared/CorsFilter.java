package com.ones1ght.adapters.rest.shared;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Admits web pages of allowed origins by the CORS protocol of the Fetch standard. Answers OPTIONS for every path, without
 * a key, because browsers send none with a preflight.
 */
@Provider
@PreMatching
@Priority(200)
@Dependent
public class CorsFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String ORIGIN = "Origin";

    private CorsOrigins origins;

    /** JAX-RS requires it of a provider; the container uses the other one. */
    public CorsFilter() {}

    @Inject
    public CorsFilter(CorsOrigins origins) {
        this.origins = origins;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.OPTIONS)) {
            request.abortWith(Response.noContent().build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String origin = request.getHeaderString(ORIGIN);
        if (origin == null) {
            return;
        }
        origins.headers(origin, request.getMethod())
                .forEach((name, value) -> response.getHeaders().add(name, value));
    }
}
