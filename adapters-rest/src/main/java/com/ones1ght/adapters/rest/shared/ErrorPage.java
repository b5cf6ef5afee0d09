package com.ones1ght.adapters.rest.shared;

import com.ones1ght.application.shared.port.IdGenerator;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers errors of the server itself with the usual envelope, in place of the server's pages. */
@WebServlet(urlPatterns = ErrorPage.PATH, asyncSupported = true)
public class ErrorPage extends HttpServlet {

    /** The target of all errors in {@code META-INF/web-fragment.xml}. */
    static final String PATH = "/_error";

    @Inject
    private transient IdGenerator ids;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = status(request);
        String requestId = requestId(request);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable defect
                // Most likely the client has disconnected. The server itself logs anything else.
                && !(defect instanceof IOException)) {
            Defects.log(requestId, request.getMethod(), defect);
        }
        byte[] body = Statuses.failure(status).envelope(requestId);
        response.setStatus(status);
        response.setHeader(RequestId.HEADER, requestId);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static int status(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR
                && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given) {
            return shown(given);
        }
        // A request for this path itself finds nothing.
        return HttpServletResponse.SC_NOT_FOUND;
    }

    /** Servlets answer an unknown method with 501, although it is the client's error. */
    static int shown(int status) {
        return status == HttpServletResponse.SC_NOT_IMPLEMENTED ? HttpServletResponse.SC_METHOD_NOT_ALLOWED : status;
    }

    private String requestId(HttpServletRequest request) {
        return request.getAttribute(RequestId.PROPERTY) instanceof String given
                ? given
                : RequestId.of(request.getHeader(RequestId.HEADER), ids::next);
    }
}
