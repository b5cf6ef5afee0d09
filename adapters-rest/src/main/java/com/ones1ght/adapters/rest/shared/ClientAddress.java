package com.ones1ght.adapters.rest.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** Where a request comes from: the other end of its connection, which may be a proxy that stands before the gateway. */
public final class ClientAddress {

    private static final String PROPERTY = "com.ones1ght.client-address";

    private ClientAddress() {}

    static void remember(HttpServletRequest request) {
        request.setAttribute(PROPERTY, request.getRemoteAddr());
    }

    /** Null where the request did not come through the {@link RequestEntryFilter}. */
    public static @Nullable String of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof String address ? address : null;
    }
}
