package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.forwarding.RequestOrigin;
import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.access.InvalidApiKeyException;
import com.ones1ght.application.access.Principal;
import com.ones1ght.application.access.ValidateKeyUseCase;
import com.ones1ght.application.shared.TenantScope;
import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.tenant.Tenant;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Requires a key or token that the area of the path accepts. Runs before resource matching, so that paths and methods
 * reveal nothing to unauthenticated clients. {@code /v1/validation} accepts any existing key; there the filter does the
 * resource's work, for the same reason.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@Dependent
public class AuthenticationFilter implements ContainerRequestFilter {

    private AuthenticateUseCase authenticate;
    private ValidateKeyUseCase validate;
    private RateLimits limits;

    /** JAX-RS requires it of a provider; the container uses the other one. */
    public AuthenticationFilter() {}

    @Inject
    public AuthenticationFilter(AuthenticateUseCase authenticate, ValidateKeyUseCase validate, RateLimits limits) {
        this.limits = limits;
        this.authenticate = authenticate;
        this.validate = validate;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            authenticate(request);
        } catch (InvalidApiKeyException e) {
            RequestOrigin origin = RequestOrigin.of(request);
            throw limits.afterFailure(e, origin == null ? null : origin.network());
        }
    }

    private void authenticate(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        String path = request.getUriInfo().getPath();
        if (ApiPath.root(path).equals(ValidationResource.PATH)) {
            ValidateKeyUseCase.Validation validation = validate(validate, authorization);
            Caller.remember(request, validation);
            TenantScope.enter(validation.key().tenant().code());
        } else {
            Area area = ApiPath.area(path);
            Principal principal =
                    authenticate.authenticate(new AuthenticateUseCase.Command(BearerToken.of(authorization), area));
            Caller.remember(request, principal);
            Tenant tenant = principal.tenant();
            TenantScope.enter(tenant == null ? null : tenant.code());
        }
    }

    /** The state of the key or token in an {@code Authorization} header; null for no header. */
    static ValidateKeyUseCase.Validation validate(ValidateKeyUseCase validate, @Nullable String authorization) {
        String key = BearerToken.of(authorization);
        if (key == null) {
            throw new InvalidApiKeyException();
        }
        return validate.validate(new ValidateKeyUseCase.Command(key));
    }
}
