package com.ones1ght.application.access;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;

/** The caller presented no key that opens anything; which of the reasons it is, is deliberately not told. */
public final class InvalidApiKeyException extends DomainException {

    static final String MESSAGE = "Invalid or expired API key";

    public InvalidApiKeyException() {
        super(ErrorCode.INVALID_API_KEY, MESSAGE);
    }
}
