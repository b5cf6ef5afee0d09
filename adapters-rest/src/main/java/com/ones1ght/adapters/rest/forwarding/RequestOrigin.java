package com.ones1ght.adapters.rest.forwarding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param address the client's address in its canonical form
 * @param network what limits per client count by: an IPv4 address, or the /64 network of an IPv6 address
 * @param host the authority by which the client addresses the gateway; null when it names none
 * @param basePath the path below which clients see the gateway, without a slash at its end; empty at the root
 */
public record RequestOrigin(
        String address, String network, @Nullable String host, String basePath) {

    private static final String ATTRIBUTE = "com.ones1ght.request-origin";

    /** Makes it available for the rest of the request. */
    public void remember(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** @throws IllegalStateException if the request has not passed the entry filter */
    public static RequestOrigin of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestOrigin origin) {
            return origin;
        }
        throw new IllegalStateException("This request has not passed the entry filter");
    }

    /** Null if the request has not passed the entry filter. */
    public static @Nullable RequestOrigin of(ContainerRequestContext request) {
        return request.getProperty(ATTRIBUTE) instanceof RequestOrigin origin ? origin : null;
    }
}
