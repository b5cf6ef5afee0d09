package com.ones1ght.application.access;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;

/**
 * A genuine profile token whose time is over. Clients see what they see of an unknown key; but it is no attempt to get
 * in, since tokens expire in normal use.
 */
public final class ExpiredTokenException extends DomainException {

    public ExpiredTokenException() {
        super(ErrorCode.INVALID_API_KEY, InvalidApiKeyException.MESSAGE);
    }
}
