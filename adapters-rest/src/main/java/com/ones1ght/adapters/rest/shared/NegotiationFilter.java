package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Refuses requests by 406, 415, 413 and 408, in this order, after 404 and 405. A body that the resource does not read is
 * not checked, but has to arrive in full.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
@Dependent
public class NegotiationFilter implements ContainerRequestFilter {

    private BodyLimit limit;

    /** The matched resource; the server's proxy. */
    @Context
    private ResourceInfo resource;

    /** JAX-RS requires it of a provider; the container uses the other one. */
    public NegotiationFilter() {}

    @Inject
    public NegotiationFilter(BodyLimit limit) {
        this.limit = limit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        request.setProperty(Routes.PROPERTY, Routes.of(method));
        if (request.getProperty(NegotiationHeaders.ACCEPT) instanceof String accept
                && !MediaRanges.acceptJson(accept)) {
            throw new DomainException(ErrorCode.NOT_ACCEPTABLE, "Only application/json can be answered");
        }
        Object incomplete = request.getProperty(IncompleteBody.PROPERTY);
        if (takesBody(method) && (incomplete != null || hasBody(request))) {
            checkBody(request, IncompleteBody.TOO_LARGE.equals(incomplete));
        }
        if (IncompleteBody.LATE.equals(incomplete)) {
            throw IncompleteBody.timeout();
        }
    }

    private void checkBody(ContainerRequestContext request, boolean isTooLarge) {
        if (!(request.getProperty(NegotiationHeaders.CONTENT_TYPE) instanceof String type)
                || !MediaRanges.isJson(type)) {
            throw new DomainException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The request body must be application/json in UTF-8");
        }
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new DomainException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The request body must not be compressed or otherwise encoded");
        }
        if (isTooLarge || request.getLength() > limit.maxBytes()) {
            throw limit.exceeded();
        }
    }

    /** RESTEasy denies a body when there is no Content-Type, which {@link NegotiationHeaders} has set aside. */
    private static boolean hasBody(ContainerRequestContext request) {
        return request.hasEntity()
                || request.getLength() > 0
                || request.getHeaderString("Transfer-Encoding") != null && isNotEmpty(request);
    }

    private static boolean isNotEmpty(ContainerRequestContext request) {
        PushbackInputStream body = new PushbackInputStream(request.getEntityStream());
        request.setEntityStream(body);
        try {
            int first = body.read();
            if (first >= 0) {
                body.unread(first);
            }
            return first >= 0;
        } catch (IOException e) {
            // The reader of the body reports it.
            return true;
        }
    }

    private static boolean takesBody(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(JsonObject.class);
    }
}
