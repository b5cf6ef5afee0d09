package com.ones1ght.domain.shared;

/** The stable names of what can be refused or go wrong. Clients branch on them. */
public enum ErrorCode {
    INVALID_REQUEST,
    INVALID_API_KEY,
    INSUFFICIENT_CREDIT,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    REFINEMENT_CAP_EXCEEDED,
    PRIOR_ROUND_IN_FLIGHT,
    SESSION_ACTIVE,
    SESSION_NOT_STARTED,
    NO_ACTIVE_SESSION,
    STAGE_NOT_CHAT,
    INVALID_STAGE,
    STAGE_REGRESSION,
    CONFLICT,
    PAYLOAD_TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    INTERNAL_ERROR,
    UNAVAILABLE
}
