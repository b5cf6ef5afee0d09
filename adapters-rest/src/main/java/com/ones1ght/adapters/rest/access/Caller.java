package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.shared.RequestIdFilter;
import com.ones1ght.application.access.Principal;
import com.ones1ght.application.access.Principal.KeyHolder;
import com.ones1ght.application.access.Principal.TokenHolder;
import com.ones1ght.application.access.ValidateKeyUseCase.Validation;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.tenant.Tenant;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** The principal of a request, as set by {@link AuthenticationFilter}. */
public final class Caller {

    private static final String PRINCIPAL = "com.ones1ght.principal";
    private static final String VALIDATION = "com.ones1ght.validation";

    private Caller() {}

    /** The API key of the request; on the paths of clients there always is one. */
    public static ApiKey key(ContainerRequestContext request) {
        if (principal(request) instanceof KeyHolder holder) {
            return holder.key();
        }
        throw new IllegalStateException("This request was not authenticated by an API key");
    }

    /** The id of the request's API key; null when it was authenticated otherwise. */
    static @Nullable String keyId(ContainerRequestContext request) {
        return request.getProperty(PRINCIPAL) instanceof KeyHolder holder
                ? holder.key().id().toString()
                : null;
    }

    /** The owner of the data that the request may access. */
    public static Owner owner(ContainerRequestContext request) {
        return key(request).owner();
    }

    /** The tenant that is administered. */
    public static Tenant tenant(ContainerRequestContext request) {
        Tenant tenant = principal(request).tenant();
        if (tenant == null) {
            throw new IllegalStateException("The operator belongs to no tenant");
        }
        return tenant;
    }

    /** The principal for the audit log. */
    public static Actor actor(ContainerRequestContext request) {
        String requestId = RequestIdFilter.of(request);
        Principal principal = principal(request);
        if (principal instanceof KeyHolder holder) {
            return Actor.ofKey(holder.key().id(), requestId);
        }
        if (principal instanceof TokenHolder holder) {
            return Actor.ofToken(holder.subject(), requestId);
        }
        return Actor.operator(requestId);
    }

    public static Principal principal(ContainerRequestContext request) {
        return get(request, PRINCIPAL, Principal.class);
    }

    static Validation validation(ContainerRequestContext request) {
        return get(request, VALIDATION, Validation.class);
    }

    static void remember(ContainerRequestContext request, Principal principal) {
        request.setProperty(PRINCIPAL, principal);
    }

    static void remember(ContainerRequestContext request, Validation validation) {
        request.setProperty(VALIDATION, validation);
    }

    private static <T> T get(ContainerRequestContext request, String property, Class<T> type) {
        Object value = request.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("This request was not authenticated");
        }
        return type.cast(value);
    }
}
