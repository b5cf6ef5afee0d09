package com.ones1ght.domain.shared;

/**
 * The requested resource does not exist or belongs to someone else. The two are deliberately indistinguishable, message
 * included.
 */
public final class NotFoundException extends DomainException {

    public NotFoundException() {
        super(ErrorCode.NOT_FOUND, "The requested resource does not exist");
    }
}
