package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.shared.ErrorCode;

/** Maps error codes to HTTP statuses, and statuses of the server to failures. */
final class Statuses {

    private Statuses() {}

    static int of(ErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST -> 400;
            case INVALID_API_KEY -> 401;
            case INSUFFICIENT_CREDIT -> 402;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case REQUEST_TIMEOUT -> 408;
            case REFINEMENT_CAP_EXCEEDED,
                    PRIOR_ROUND_IN_FLIGHT,
                    ROUND_SETTLED,
                    SESSION_ACTIVE,
                    SESSION_NOT_STARTED,
                    NO_ACTIVE_SESSION,
                    STAGE_NOT_CHAT,
                    INVALID_STAGE,
                    STAGE_REGRESSION,
                    CONFLICT,
                    IDEMPOTENCY_IN_PROGRESS -> 409;
            case PAYLOAD_TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case IDEMPOTENCY_KEY_REUSED -> 422;
            case RATE_LIMITED -> 429;
            case INTERNAL_ERROR -> 500;
            case UNAVAILABLE -> 503;
        };
    }

    /** The failure for a status that the server itself returned. */
    static Failure failure(int status) {
        return switch (status) {
            case 401 -> new Failure(ErrorCode.INVALID_API_KEY, "Invalid or expired API key");
            case 403 -> new Failure(ErrorCode.FORBIDDEN, "This is not allowed");
            case 404 -> new Failure(ErrorCode.NOT_FOUND, "The requested resource does not exist");
            case 405 -> new Failure(ErrorCode.METHOD_NOT_ALLOWED, "This resource does not have that method");
            case 406 -> new Failure(ErrorCode.NOT_ACCEPTABLE, "Only application/json can be answered");
            case 408 -> new Failure(ErrorCode.REQUEST_TIMEOUT, "The request body did not arrive in time");
            case 413 -> new Failure(ErrorCode.PAYLOAD_TOO_LARGE, "The request body is too large");
            case 415 -> new Failure(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The request body must be application/json");
            case 503 -> new Failure(ErrorCode.UNAVAILABLE, "The service is unavailable at present; try again later");
            default ->
                status < 500
                        ? new Failure(ErrorCode.INVALID_REQUEST, "The request cannot be understood")
                        : new Failure(ErrorCode.INTERNAL_ERROR, "Something went wrong on our side");
        };
    }
}
