package com.ones1ght.adapters.rest.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** The client's address: the other end of the connection, which may be a proxy in front of the gateway. */
public final class ClientAddress {

    private static final String PROPERTY = "com.ones1ght.client-address";

    private ClientAddress() {}

    static void remember(HttpServletRequest request) {
        request.setAttribute(PROPERTY, request.getRemoteAddr());
    }

    /** Null if the request did not pass the {@link RequestEntryFilter}. */
    public static @Nullable String of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof String address ? address : null;
    }
}
