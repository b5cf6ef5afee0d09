package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.ServletAnswers;
import com.ones1ght.adapters.rest.stream.EventStream;
import com.ones1ght.adapters.rest.stream.StreamRequests;
import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.access.Principal;
import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The stream of a tenant's events. A servlet instead of a resource, because JAX-RS blocks a thread until the client has
 * read everything: one stalled client would delay all others.
 */
@WebServlet(urlPatterns = EventStreamServlet.PATH, asyncSupported = true)
public class EventStreamServlet extends HttpServlet {

    static final String PATH = "/v1/admin/stream";

    @Inject
    private transient StreamRequests requests;

    @Inject
    private transient TenantStreams streams;

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
        AuthenticateUseCase.Command credential = StreamRequests.credential(request, Area.ADMIN);
        Principal principal = requests.authenticate(credential, request);
        TenantId tenant = principal instanceof Principal.TokenHolder holder
                ? holder.tenant().id()
                : ((Principal.KeyHolder) principal).key().tenant().id();
        StreamRequests.requireRead(request, response);
        Long after = lastEventId(request);
        if (StreamRequests.isHead(request)) {
            EventStream.describe(response);
        } else {
            streams.follow(tenant, null, after, credential).open(request, response);
        }
    }

    static @Nullable Long lastEventId(HttpServletRequest request) {
        String text = request.getHeader(StreamRequests.LAST_EVENT_ID);
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new InvalidRequestException(StreamRequests.LAST_EVENT_ID, "must be the id of an event");
        }
        return Long.parseLong(text);
    }
}
