package com.ones1ght.adapters.rest.shared;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * Writes every answer as an envelope of known length, with the request id. Also the one place where defects are logged.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
@Dependent
public class EnvelopeFilter implements ContainerResponseFilter {

    private static final Annotation[] NONE = {};

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String requestId = String.valueOf(request.getProperty(RequestId.PROPERTY));
        response.getHeaders().putSingle(RequestId.HEADER, requestId);
        byte[] body = body(request, response, requestId);
        if (body != null) {
            response.setEntity(body, NONE, MediaType.APPLICATION_JSON_TYPE);
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, body.length);
        }
    }

    private static byte @Nullable [] body(
            ContainerRequestContext request, ContainerResponseContext response, String requestId) {
        Object entity = response.getEntity();
        if (entity instanceof Answer answer) {
            return answer.utf8();
        }
        if (entity instanceof Failure failure) {
            request.setProperty(ObservedRequest.REFUSAL, failure.code());
            Throwable defect = failure.defect();
            if (defect != null) {
                Defects.log(requestId, request.getMethod(), defect);
            }
            return failure.envelope(requestId);
        }
        // The server's own refusals, which pass no exception mapper.
        return response.getStatus() >= 400
                ? Statuses.failure(response.getStatus()).envelope(requestId)
                : null;
    }
}
