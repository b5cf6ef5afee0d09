package com.ones1ght.adapters.rest.shared;

import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/**
 * Does what the API's filters and mappers do, for the requests that are answered without them: those of streams, because
 * resources cannot write without blocking, and frequent ones.
 */
@Dependent
public class ServletAnswers {

    private final CorsOrigins origins;
    private final IdGenerator ids;

    @Inject
    public ServletAnswers(CorsOrigins origins, IdGenerator ids) {
        this.origins = origins;
        this.ids = ids;
    }

    /** Adds the headers that every answer has: the request's id, and those of CORS. */
    public void addCommonHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(RequestId.HEADER, requestId(request));
        String origin = request.getHeader("Origin");
        if (origin != null) {
            origins.headers(origin, request.getMethod()).forEach(response::addHeader);
        }
    }

    /**
     * @throws DomainException NOT_ACCEPTABLE when the client takes no event stream; REQUEST_TIMEOUT when it announced a
     *     body, which would be ignored, and did not send it
     */
    public static void requireAcceptsEvents(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && !MediaRanges.acceptEvents(accept)) {
            throw new DomainException(ErrorCode.NOT_ACCEPTABLE, "Only text/event-stream can be answered");
        }
        if (IncompleteBody.LATE.equals(request.getAttribute(IncompleteBody.PROPERTY))) {
            throw IncompleteBody.timeout();
        }
    }

    /** Says which route a request has taken, for its metrics and its trace: the template of its path. */
    public void routed(HttpServletRequest request, String route) {
        request.setAttribute(Routes.PROPERTY, route);
    }

    /** Answers with the status that is set, 200 if none is. */
    public void answer(HttpServletResponse response, Answer answer) throws IOException {
        byte[] body = answer.utf8();
        response.setContentType(MediaType.APPLICATION_JSON);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Answers with the usual failure envelope. */
    public void refuse(HttpServletRequest request, HttpServletResponse response, RuntimeException failure)
            throws IOException {
        try (Response mapped = new FailureMapper().toResponse(failure)) {
            write(request, response, mapped);
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Response mapped) throws IOException {
        Failure failure = (Failure) mapped.getEntity();
        request.setAttribute(ObservedRequest.REFUSAL, failure.code());
        String requestId = requestId(request);
        if (failure.defect() != null) {
            Defects.log(requestId, request.getMethod(), failure.defect());
        }
        byte[] body = failure.envelope(requestId);
        response.setStatus(mapped.getStatus());
        mapped.getStringHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
        response.setHeader(RequestId.HEADER, requestId);
        response.setContentType(MediaType.APPLICATION_JSON);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** The id that {@link RequestEntryFilter} gave, which another filter's forward may have passed by. */
    private String requestId(HttpServletRequest request) {
        if (request.getAttribute(RequestId.PROPERTY) instanceof String given) {
            return given;
        }
        String requestId = RequestId.of(request.getHeader(RequestId.HEADER), ids::next);
        request.setAttribute(RequestId.PROPERTY, requestId);
        return requestId;
    }
}
