package com.ones1ght.adapters.rest.shared;

import com.ones1ght.application.shared.AsyncFailures;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.InvalidRequestException;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Maps exceptions to failures for clients. */
@Provider
@Dependent
public class FailureMapper implements ExceptionMapper<Throwable> {

    /** The {@code Retry-After} while the database or the store is unavailable, or all slots are taken. */
    private static final int RETRY_SECONDS = 2;

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable cause = AsyncFailures.cause(thrown);
        if (cause instanceof InvalidRequestException invalid) {
            return refused(new InvalidInputException(List.of(FieldError.of(invalid))));
        }
        if (cause instanceof DomainException refusal) {
            return refused(refusal);
        }
        if (cause instanceof StorageUnavailableException || cause instanceof StoreUnavailableException) {
            Failure failure = Statuses.failure(Statuses.of(ErrorCode.UNAVAILABLE));
            return Response.status(Statuses.of(ErrorCode.UNAVAILABLE))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .entity(failure.because(cause))
                    .build();
        }
        if (cause instanceof WebApplicationException web) {
            return refusedByServer(web.getResponse());
        }
        Failure failure = Statuses.failure(500);
        return Response.serverError().entity(failure.because(cause)).build();
    }

    private static Response refused(DomainException refusal) {
        Response.ResponseBuilder response = Response.status(Statuses.of(refusal.code()));
        if (refusal.code() == ErrorCode.INVALID_API_KEY) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (refusal.code() == ErrorCode.UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (refusal instanceof TooManyRequestsException later) {
            response.header(HttpHeaders.RETRY_AFTER, later.retryAfterSeconds());
        }
        return response.entity(new Failure(refusal.code(), refusal.getMessage(), errors(refusal), null))
                .build();
    }

    private static List<FieldError> errors(DomainException refusal) {
        return refusal instanceof InvalidInputException invalid ? invalid.errors() : List.of();
    }

    private static Response refusedByServer(Response given) {
        if (given.getStatus() < 400) {
            return given;
        }
        Response.ResponseBuilder response = Response.fromResponse(given).entity(Statuses.failure(given.getStatus()));
        if (given.getAllowedMethods().contains(HttpMethod.GET)) {
            // The server does not list HEAD, which every resource with GET supports.
            Set<String> allowed = new TreeSet<>(given.getAllowedMethods());
            allowed.add(HttpMethod.HEAD);
            response.header(HttpHeaders.ALLOW, null).header(HttpHeaders.ALLOW, String.join(", ", allowed));
        }
        return response.build();
    }
}
