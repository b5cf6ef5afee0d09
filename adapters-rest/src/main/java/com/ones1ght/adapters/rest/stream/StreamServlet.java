package com.ones1ght.adapters.rest.stream;

import com.ones1ght.adapters.rest.shared.ServletAnswers;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A stream of the API. A servlet instead of a resource, because JAX-RS blocks a thread until the client has read everything:
 * one stalled client would delay all others.
 */
public abstract class StreamServlet extends HttpServlet {

    @Inject
    private transient ServletAnswers answers;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
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

    /** Checks the request and opens the stream; what it throws is answered as a refusal. */
    protected abstract void serve(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
