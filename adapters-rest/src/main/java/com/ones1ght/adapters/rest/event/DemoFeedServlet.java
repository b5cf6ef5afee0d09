package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.access.ServletRequests;
import com.ones1ght.adapters.rest.shared.ServletAnswers;
import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.access.DemoTenant;
import com.ones1ght.application.access.Principal;
import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;

/**
 * The stream of one profile's events in the demonstration, as the tenant's analysts see them, for the bearer of the
 * profile's token. Only the demo tenant has it: analysts' comments are not for shoppers.
 */
@WebServlet(urlPatterns = DemoFeedServlet.PATH, asyncSupported = true)
public class DemoFeedServlet extends HttpServlet {

    /** Its path below the context path. */
    public static final String PATH = "/demo/feed";

    @Inject
    private transient DemoTenant demo;

    @Inject
    private transient ServletRequests requests;

    @Inject
    private transient TenantStreams streams;

    @Inject
    private transient ServletAnswers answers;

    /** For the container, which injects the fields. */
    public DemoFeedServlet() {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            serve(request, response);
        } catch (RuntimeException e) {
            answers.refuse(request, response, e);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!demo.enabled()) {
            throw new NotFoundException();
        }
        AuthenticateUseCase.Command credential = ServletRequests.credential(request, Area.CHAT);
        Principal.ProfileTokenHolder holder = authenticated(credential, request);
        if (!request.getMethod().equals("GET")) {
            response.setHeader(HttpHeaders.ALLOW, "GET");
            throw new DomainException(ErrorCode.METHOD_NOT_ALLOWED, "This resource does not have that method");
        }
        ServletAnswers.requireAcceptsEvents(request);
        Long after = EventStreamServlet.lastEventId(request);
        streams.follow(holder.tenant().id(), holder.token().profile(), after, credential)
                .open(request, response);
    }

    private Principal.ProfileTokenHolder authenticated(
            AuthenticateUseCase.Command credential, HttpServletRequest request) {
        if (requests.authenticate(credential, request) instanceof Principal.ProfileTokenHolder holder
                && holder.tenant().code().equals(DemoTenant.CODE)) {
            return holder;
        }
        throw new DomainException(ErrorCode.FORBIDDEN, "Only sessions of the demonstration have this stream");
    }
}
