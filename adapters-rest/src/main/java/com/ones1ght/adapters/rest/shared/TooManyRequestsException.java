package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;

/** Somebody comes more often than is allowed. */
public final class TooManyRequestsException extends DomainException {

    private final long seconds;

    /** @param seconds after which there is room again */
    public TooManyRequestsException(long seconds) {
        super(ErrorCode.RATE_LIMITED, "Too many requests; come back in " + seconds + " s");
        this.seconds = seconds;
    }

    long retryAfterSeconds() {
        return seconds;
    }
}
