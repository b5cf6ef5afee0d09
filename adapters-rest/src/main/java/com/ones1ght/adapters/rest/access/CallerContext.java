package com.ones1ght.adapters.rest.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * What filters know about a request, handed to resource methods. JAX-RS gives its request context to filters only, but
 * injects the security context, which a filter may set, into methods of resources of any scope.
 */
final class CallerContext implements SecurityContext {

    private final SecurityContext server;
    private final Caller caller;

    private CallerContext(SecurityContext server, Caller caller) {
        this.server = server;
        this.caller = caller;
    }

    /** Hands the request to the method of its resource. Before the resource is matched. */
    static void set(ContainerRequestContext request) {
        request.setSecurityContext(new CallerContext(request.getSecurityContext(), new Caller(request)));
    }

    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    /** Roles are those of areas of paths, which the filter checks. */
    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public boolean isSecure() {
        return server.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
