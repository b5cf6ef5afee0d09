package com.ones1ght.domain.shared;

/**
 * What was asked for does not exist, or is somebody else's: the two are deliberately not told apart, and
 * the message is always the same.
 */
public final class NotFoundException extends DomainException {

    public NotFoundException() {
        super(ErrorCode.NOT_FOUND, "The requested resource does not exist");
    }
}
