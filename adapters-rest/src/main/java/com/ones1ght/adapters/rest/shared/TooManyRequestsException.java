package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;

/** A client exceeds a rate limit. */
public final class TooManyRequestsException extends DomainException {

    private final long seconds;

    /** @param seconds until the next request is permitted */
    public TooManyRequestsException(long seconds) {
        super(ErrorCode.RATE_LIMITED, "Too many requests; come back in " + seconds + " s");
        this.seconds = seconds;
    }

    long retryAfterSeconds() {
        return seconds;
    }
}
