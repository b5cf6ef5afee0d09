package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.forwarding.RequestOrigin;
import com.ones1ght.adapters.rest.shared.ServletAnswers;
import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.access.InvalidApiKeyException;
import com.ones1ght.application.access.Principal;
import com.ones1ght.application.shared.TenantScope;
import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.tenant.Tenant;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;

/** Checks requests that pass no filter of the resources: for event streams, and frequent ones. */
@Dependent
public class ServletRequests {

    /** The header that says which event a client has received last. */
    public static final String LAST_EVENT_ID = "Last-Event-ID";

    private final AuthenticateUseCase authenticate;
    private final RateLimits limits;

    @Inject
    public ServletRequests(AuthenticateUseCase authenticate, RateLimits limits) {
        this.authenticate = authenticate;
        this.limits = limits;
    }

    /** What the client presents to be let into an area. */
    public static AuthenticateUseCase.Command credential(HttpServletRequest request, Area area) {
        return new AuthenticateUseCase.Command(BearerToken.of(request.getHeader(HttpHeaders.AUTHORIZATION)), area);
    }

    /** @throws DomainException INVALID_API_KEY, FORBIDDEN, or RATE_LIMITED after too many failures */
    public Principal authenticate(AuthenticateUseCase.Command credential, HttpServletRequest request) {
        try {
            Principal principal = authenticate.authenticate(credential);
            Tenant tenant = principal.tenant();
            TenantScope.enter(tenant == null ? null : tenant.code());
            return principal;
        } catch (InvalidApiKeyException e) {
            throw limits.afterFailure(e, RequestOrigin.of(request).network());
        }
    }

    /**
     * Authenticates a client's request, and counts it.
     *
     * @param path what it asks for, below {@code /v1}
     * @param response gets the headers that say what is left of the limits
     * @throws DomainException INVALID_API_KEY, FORBIDDEN or RATE_LIMITED
     */
    public Principal.Client admit(
            AuthenticateUseCase.Command credential,
            String path,
            HttpServletRequest request,
            HttpServletResponse response) {
        Principal.Client client = (Principal.Client) authenticate(credential, request);
        limits.take(client, path, response::setHeader);
        return client;
    }

    /** @throws DomainException METHOD_NOT_ALLOWED or NOT_ACCEPTABLE */
    public static void requireRead(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals("GET") && !isHead(request)) {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
            throw new DomainException(ErrorCode.METHOD_NOT_ALLOWED, "This resource does not have that method");
        }
        ServletAnswers.requireAcceptsEvents(request);
    }

    /** Whether the client wants the headers alone. */
    public static boolean isHead(HttpServletRequest request) {
        return request.getMethod().equals("HEAD");
    }
}
