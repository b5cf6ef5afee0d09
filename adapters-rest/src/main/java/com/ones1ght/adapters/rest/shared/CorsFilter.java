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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets the web pages of allowed origins in, by the Fetch standard's CORS protocol. OPTIONS is answered here for
 * every path, and needs no key, because a browser sends none with a preflight.
 */
@Provider
@PreMatching
@Priority(200)
@Dependent
public class CorsFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String ORIGIN = "Origin";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID, X-Request-Id";
    private static final String EXPOSED =
            "ETag, X-Request-Id, Retry-After, Idempotent-Replayed, RateLimit, RateLimit-Policy";
    private static final int PREFLIGHT_SECONDS = 600;

    private final CorsOrigins origins;

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
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.add(HttpHeaders.VARY, ORIGIN);
        if (!origins.allow(origin)) {
            return;
        }
        headers.putSingle("Access-Control-Allow-Origin", origin);
        if (request.getMethod().equals(HttpMethod.OPTIONS)) {
            headers.putSingle("Access-Control-Allow-Methods", METHODS);
            headers.putSingle("Access-Control-Allow-Headers", REQUEST_HEADERS);
            headers.putSingle("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        } else {
            headers.putSingle("Access-Control-Expose-Headers", EXPOSED);
        }
    }
}
