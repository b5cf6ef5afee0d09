package com.ones1ght.adapters.rest.shared;

import com.ones1ght.application.shared.port.StorageUnavailableException;
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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Turns whatever was thrown into what a client is told. */
@Provider
@Dependent
public class FailureMapper implements ExceptionMapper<Throwable> {

    /** How long a client is asked to stay away while the database is gone, or all places are taken. */
    private static final int RETRY_SECONDS = 2;

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof InvalidRequestException invalid) {
            return refused(new InvalidInputException(List.of(FieldError.of(invalid))));
        }
        if (cause instanceof DomainException refusal) {
            return refused(refusal);
        }
        if (cause instanceof StorageUnavailableException) {
            Failure told = Statuses.failure(Statuses.of(ErrorCode.UNAVAILABLE));
            return Response.status(Statuses.of(ErrorCode.UNAVAILABLE))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .entity(told.because(cause))
                    .build();
        }
        if (cause instanceof WebApplicationException web) {
            return refusedByServer(web.getResponse());
        }
        Failure told = Statuses.failure(500);
        return Response.serverError().entity(told.because(cause)).build();
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
        Response.ResponseBuilder told = Response.fromResponse(given).entity(Statuses.failure(given.getStatus()));
        if (given.getAllowedMethods().contains(HttpMethod.GET)) {
            // The server forgets that what can be got can be asked for by HEAD.
            Set<String> allowed = new TreeSet<>(given.getAllowedMethods());
            allowed.add(HttpMethod.HEAD);
            told.header(HttpHeaders.ALLOW, null).header(HttpHeaders.ALLOW, String.join(", ", allowed));
        }
        return told.build();
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable current = thrown;
        while ((current instanceof CompletionException || current instanceof ExecutionException)
                && current.getCause() != null) {
            current = current.getCause();
        }
        return current;
    }
}
