package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Refuses by 406, 415 and 413, in this order, what cannot be answered or read; comes after 404 and 405. */
@Provider
@Priority(Priorities.ENTITY_CODER)
@Dependent
public class NegotiationFilter implements ContainerRequestFilter {

    private static final Set<String> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final BodyLimit limit;

    @Inject
    public NegotiationFilter(BodyLimit limit) {
        this.limit = limit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getProperty(NegotiationHeaders.ACCEPT) instanceof String accept
                && !MediaRanges.acceptJson(accept)) {
            throw new DomainException(ErrorCode.NOT_ACCEPTABLE, "Only application/json can be answered");
        }
        if (!WITH_BODY.contains(request.getMethod()) || !request.hasEntity()) {
            return;
        }
        if (!(request.getProperty(NegotiationHeaders.CONTENT_TYPE) instanceof String type)
                || !MediaRanges.isJson(type)) {
            throw new DomainException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The request body must be application/json in UTF-8");
        }
        if (request.getLength() > limit.maxBytes()) {
            throw limit.exceeded();
        }
    }
}
