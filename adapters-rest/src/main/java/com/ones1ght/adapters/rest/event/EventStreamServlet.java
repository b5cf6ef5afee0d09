package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.access.ServletRequests;
import com.ones1ght.adapters.rest.stream.EventStream;
import com.ones1ght.adapters.rest.stream.StreamServlet;
import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.access.Principal;
import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The stream of a tenant's events. */
@WebServlet(urlPatterns = EventStreamServlet.PATH, asyncSupported = true)
public class EventStreamServlet extends StreamServlet {

    static final String PATH = "/v1/admin/stream";

    @Inject
    private transient ServletRequests requests;

    @Inject
    private transient TenantStreams streams;

    @Override
    protected void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuthenticateUseCase.Command credential = ServletRequests.credential(request, Area.ADMIN);
        Principal principal = requests.authenticate(credential, request);
        TenantId tenant = principal instanceof Principal.TokenHolder holder
                ? holder.tenant().id()
                : ((Principal.KeyHolder) principal).key().tenant().id();
        ServletRequests.requireRead(request, response);
        Long after = lastEventId(request);
        if (ServletRequests.isHead(request)) {
            EventStream.describe(response);
        } else {
            streams.follow(tenant, null, after, credential).open(request, response);
        }
    }

    static @Nullable Long lastEventId(HttpServletRequest request) {
        String text = request.getHeader(ServletRequests.LAST_EVENT_ID);
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new InvalidRequestException(ServletRequests.LAST_EVENT_ID, "must be the id of an event");
        }
        return Long.parseLong(text);
    }
}
