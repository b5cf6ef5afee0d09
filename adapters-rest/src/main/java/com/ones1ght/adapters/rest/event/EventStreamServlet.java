package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.access.BearerToken;
import com.ones1ght.adapters.rest.access.RateLimits;
import com.ones1ght.adapters.rest.shared.ServletAnswers;
import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.access.InvalidApiKeyException;
import com.ones1ght.application.access.Principal;
import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The stream of a tenant's events. A servlet instead of a resource, because JAX-RS blocks a thread until the client has
 * read everything: one stalled client would delay all others.
 */
@WebServlet(urlPatterns = EventStreamServlet.PATH, asyncSupported = true)
public class EventStreamServlet extends HttpServlet {

    static final String PATH = "/v1/admin/stream";

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    @Inject
    private transient AuthenticateUseCase authenticate;

    @Inject
    private transient RateLimits limits;

    @Inject
    private transient EventStreams streams;

    @Inject
    private transient ServletAnswers answers;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.addCommonHeaders(request, response);
        if (request.getMethod().equals("OPTIONS")) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        try {
            serve(request, response);
        } catch (RuntimeException e) {
            answers.refuse(request, response, e);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String key = BearerToken.of(request.getHeader(HttpHeaders.AUTHORIZATION));
        AuthenticateUseCase.Command credential = new AuthenticateUseCase.Command(key, Area.ADMIN);
        Principal principal = authenticated(credential, request.getRemoteAddr());
        TenantId tenant = principal instanceof Principal.TokenHolder holder
                ? holder.tenant().id()
                : ((Principal.KeyHolder) principal).key().tenant().id();
        boolean isHead = request.getMethod().equals("HEAD");
        if (!isHead && !request.getMethod().equals("GET")) {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
            throw new DomainException(ErrorCode.METHOD_NOT_ALLOWED, "This resource does not have that method");
        }
        ServletAnswers.requireAcceptsEvents(request);
        Long after = lastEventId(request);
        if (isHead) {
            describe(response);
            return;
        }
        EventStream stream = streams.follow(tenant, null, after, credential);
        try {
            describe(response);
            stream.open(request.startAsync());
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private Principal authenticated(AuthenticateUseCase.Command credential, String address) {
        try {
            return authenticate.authenticate(credential);
        } catch (InvalidApiKeyException e) {
            throw limits.afterFailure(e, address);
        }
    }

    static void describe(HttpServletResponse response) {
        response.setContentType("text/event-stream");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Proxies that buffer answers would delay events.
        response.setHeader("X-Accel-Buffering", "no");
    }

    static @Nullable Long lastEventId(HttpServletRequest request) {
        String text = request.getHeader(LAST_EVENT_ID);
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new InvalidRequestException(LAST_EVENT_ID, "must be the id of an event");
        }
        return Long.parseLong(text);
    }
}
