package com.ones1ght.application.visit;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;

/** The refusal that several use cases share. */
final class ActiveVisit {

    private ActiveVisit() {}

    static DomainException missing() {
        return new DomainException(
                ErrorCode.NO_ACTIVE_SESSION, "This profile has no active session; start one with session/start");
    }
}
