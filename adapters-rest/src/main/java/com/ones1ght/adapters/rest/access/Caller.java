package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.shared.RequestIdFilter;
import com.ones1ght.application.access.Principal;
import com.ones1ght.application.access.Principal.Client;
import com.ones1ght.application.access.Principal.KeyHolder;
import com.ones1ght.application.access.Principal.Operator;
import com.ones1ght.application.access.Principal.TokenHolder;
import com.ones1ght.application.access.ValidateKeyUseCase.Validation;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Uuids;
import com.ones1ght.domain.tenant.Tenant;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The principal of a request, as set by {@link AuthenticationFilter}, and what resources need of the request besides.
 * Methods of resources get it as a {@link SecurityContext}, which every JAX-RS server injects.
 */
public final class Caller implements java.security.Principal {

    private static final String PRINCIPAL = "com.ones1ght.principal";
    private static final List<String> PROFILE_PARAMETERS = List.of("profile_id", "persona_id");
    private static final String VALIDATION = "com.ones1ght.validation";

    private final ContainerRequestContext request;

    Caller(ContainerRequestContext request) {
        this.request = request;
    }

    /** The request that a method of a resource answers. */
    static ContainerRequestContext request(SecurityContext context) {
        if (context.getUserPrincipal() instanceof Caller caller) {
            return caller.request;
        }
        throw new IllegalStateException("This request has passed no filter");
    }

    /** The parameters after the question mark. */
    public static MultivaluedMap<String, String> query(SecurityContext context) {
        return request(context).getUriInfo().getQueryParameters();
    }

    /** The values of a header, or null. */
    public static @Nullable List<String> header(SecurityContext context, String name) {
        return request(context).getHeaders().get(name);
    }

    /** For logs of the server. */
    @Override
    public String getName() {
        return request.getProperty(PRINCIPAL) instanceof Principal principal
                ? principal.getClass().getSimpleName()
                : "unknown";
    }

    /**
     * The API key of the request, or the one whose token it bears; on the paths of clients there always is one. It owns no
     * profile if the token is that of another profile than the one in the path.
     */
    public static ApiKey key(SecurityContext context) {
        if (principal(context) instanceof Client client) {
            return client.keyFor(profile(request(context).getUriInfo().getPathParameters()));
        }
        throw new IllegalStateException("This request was not authenticated by an API key");
    }

    /** Read where the resources read it; a resource that calls it otherwise finds nothing for a token. */
    private static @Nullable ProfileId profile(MultivaluedMap<String, String> parameters) {
        for (String name : PROFILE_PARAMETERS) {
            String id = parameters.getFirst(name);
            if (id != null) {
                return Uuids.parse(id).map(ProfileId::new).orElse(null);
            }
        }
        return null;
    }

    /** @throws DomainException FORBIDDEN when the request bears a token of a key */
    public static ApiKey keyItself(SecurityContext context) {
        if (principal(context) instanceof KeyHolder holder) {
            return holder.key();
        }
        throw new DomainException(ErrorCode.FORBIDDEN, "This call requires the API key itself");
    }

    /** The client that sent the request; null when it was authenticated otherwise. */
    static @Nullable Client client(ContainerRequestContext request) {
        return request.getProperty(PRINCIPAL) instanceof Client client ? client : null;
    }

    /** The owner of the data that the request may access. */
    public static Owner owner(SecurityContext context) {
        return key(context).owner();
    }

    /** The tenant that is administered. */
    public static Tenant tenant(SecurityContext context) {
        Tenant tenant = principal(context).tenant();
        if (tenant == null) {
            throw new IllegalStateException("The operator belongs to no tenant");
        }
        return tenant;
    }

    /** The principal for the audit log. */
    public static Actor actor(SecurityContext context) {
        String requestId = RequestIdFilter.of(request(context));
        Principal principal = principal(context);
        if (principal instanceof KeyHolder holder) {
            return Actor.ofKey(holder.key().id(), requestId);
        }
        if (principal instanceof TokenHolder holder) {
            return Actor.ofToken(holder.subject(), requestId);
        }
        if (principal instanceof Operator) {
            return Actor.operator(requestId);
        }
        throw new IllegalStateException("The bearer of a profile's token changes nothing that is audited");
    }

    public static Principal principal(SecurityContext context) {
        return get(request(context), PRINCIPAL, Principal.class);
    }

    static Validation validation(SecurityContext context) {
        return get(request(context), VALIDATION, Validation.class);
    }

    static void remember(ContainerRequestContext request, Principal principal) {
        request.setProperty(PRINCIPAL, principal);
        CallerContext.set(request);
    }

    static void remember(ContainerRequestContext request, Validation validation) {
        request.setProperty(VALIDATION, validation);
        CallerContext.set(request);
    }

    private static <T> T get(ContainerRequestContext request, String property, Class<T> type) {
        Object value = request.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("This request was not authenticated");
        }
        return type.cast(value);
    }
}
