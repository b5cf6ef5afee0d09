package com.ones1ght.adapters.rest.shared;

import com.ones1ght.adapters.rest.accesslog.AccessLog;
import com.ones1ght.adapters.rest.accesslog.LoggedRequest;
import com.ones1ght.adapters.rest.forwarding.RequestOrigin;
import com.ones1ght.adapters.rest.forwarding.RequestOrigins;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.NodeState;
import com.ones1ght.application.shared.RequestLoad;
import com.ones1ght.application.shared.Span;
import com.ones1ght.application.shared.TenantScope;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.UUID;

/**
 * Precedes everything else, so that requests which the server itself refuses have a request id, too. Ambiguous paths,
 * which no resource has but which servers interpret differently, are forwarded to a path that does not exist, so that
 * authentication still comes first. Media types that the server would reject in its own way are hidden from it. The
 * stream of a round, whose path lies between those of resources, is passed to its servlet.
 *
 * <p>While the node starts or stops, the API answers 503 before any other check.
 */
public class RequestEntryFilter extends HttpFilter {

    /** The attribute of the servlet context that is set when the application has stopped. */
    public static final String STOPPED = "com.ones1ght.stopped";

    private static final String NOWHERE = "/v1/-";
    private static final String NOT_SERVING = "The service is starting or stopping; try again later";

    /**
     * Set by the server for a request that it accepted before the stop began, and that is still to be answered.
     */
    private static final String ACCEPTED = "com.ones1ght.http.accepted";

    @Inject
    private transient IdGenerator ids;

    @Inject
    private transient NodeState node;

    @Inject
    private transient ServletAnswers answers;

    @Inject
    private transient RequestOrigins origins;

    @Inject
    private transient AccessLog accessLog;

    @Inject
    private transient RequestObserver observer;

    @Inject
    private transient Tracing tracing;

    @Inject
    private transient RequestLoad load;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            serve(request, response, chain);
        } catch (ServletException | RuntimeException e) {
            if (getServletContext().getAttribute(STOPPED) == null || response.isCommitted()) {
                throw e;
            }
            refuseAfterTheStop(request, response);
        }
    }

    /** Without any bean: what a server lets in until its listener has stopped finds parts of the application gone. */
    private static void refuseAfterTheStop(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String requestId = RequestId.of(request.getHeader(RequestId.HEADER), UUID::randomUUID);
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(RequestId.HEADER, requestId);
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        response.setContentType(MediaType.APPLICATION_JSON);
        response.getOutputStream().write(new Failure(ErrorCode.UNAVAILABLE, NOT_SERVING).envelope(requestId));
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String requestId = RequestId.of(request.getHeader(RequestId.HEADER), ids::next);
        request.setAttribute(RequestId.PROPERTY, requestId);
        RequestOrigin origin = origins.resolve(request);
        origin.remember(request);
        response.setHeader(RequestId.HEADER, requestId);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        LoggedRequest logged = accessLog.begin(request, response, origin.address(), path, requestId);
        HttpServletResponse written = logged == null ? response : logged.response();
        Span span = RequestTrace.begin(tracing, path, TraceHeaders.correlation(requestId, request));
        Correlation.Scope scope = Correlation.begin(span.correlation());
        load.begin();
        try {
            ObservedRequest observed =
                    new ObservedRequest(WithoutContentType.unlessJson(request), written, observer, span, logged);
            try {
                answer(path, observed, written, chain);
                observed.returned();
            } catch (IOException | ServletException | RuntimeException | Error e) {
                observed.failed();
                throw e;
            }
        } finally {
            load.end();
            TenantScope.enter(null);
            scope.end();
        }
    }

    private void answer(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object incomplete = request.getAttribute(IncompleteBody.PROPERTY);
        if (!node.isServing() && request.getAttribute(ACCEPTED) == null && RawPath.isOfApi(path)) {
            answers.addCommonHeaders(request, response);
            answers.refuse(request, response, new DomainException(ErrorCode.UNAVAILABLE, NOT_SERVING));
        } else if (incomplete != null && !RawPath.isOfApi(path)) {
            response.sendError(
                    incomplete.equals(IncompleteBody.LATE)
                            ? HttpServletResponse.SC_REQUEST_TIMEOUT
                            : HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (RawPath.isAmbiguous(path) && RawPath.isOfApi(path)) {
            request.getRequestDispatcher(NOWHERE).forward(request, response);
        } else if (RoundEventsPath.matches(path)) {
            request.setAttribute(Routes.PROPERTY, RoundEventsPath.TEMPLATE);
            request.getServletContext()
                    .getNamedDispatcher(RoundEventsPath.SERVLET)
                    .forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
