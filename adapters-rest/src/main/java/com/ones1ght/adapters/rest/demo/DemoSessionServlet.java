package com.ones1ght.adapters.rest.demo;

import com.ones1ght.adapters.rest.access.BearerToken;
import com.ones1ght.adapters.rest.access.DemoSessionLimit;
import com.ones1ght.adapters.rest.forwarding.RequestOrigin;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.ServletAnswers;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;

/** Opens a session of the demonstration for its page. Beside the page and not below {@code /v1}: no app may need it. */
@WebServlet(urlPatterns = DemoSessionServlet.PATH)
public class DemoSessionServlet extends HttpServlet {

    static final String PATH = "/demo/session";

    @Inject
    private transient DemoSessions sessions;

    @Inject
    private transient DemoSessionLimit limit;

    @Inject
    private transient ServletAnswers answers;

    /** For the container, which injects the fields. */
    public DemoSessionServlet() {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            sessions.requireDemo();
            if (!request.getMethod().equals("POST")) {
                response.setHeader(HttpHeaders.ALLOW, "POST");
                throw new DomainException(ErrorCode.METHOD_NOT_ALLOWED, "This resource does not have that method");
            }
            RequestOrigin origin = RequestOrigin.of(request);
            SameOrigin.require(request, origin.host());
            limit.count(origin.network());
            String token = BearerToken.of(request.getHeader(HttpHeaders.AUTHORIZATION));
            byte[] body = Answer.of(sessions.open(token)).utf8();
            response.setContentType(MediaType.APPLICATION_JSON);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (RuntimeException e) {
            answers.refuse(request, response, e);
        }
    }
}
