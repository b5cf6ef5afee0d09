package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;

/**
 * A chat's next run may start once the previous one has its shopping list or has failed: runs of a chat are sequential
 * up to step 2, and independent from then on.
 */
final class InFlightGuard {

    private InFlightGuard() {}

    /** @throws DomainException {@link ErrorCode#PRIOR_ROUND_IN_FLIGHT} while the prior run has not finished its step 2 */
    static void check(Round prior) {
        if (prior.isInFlight()) {
            throw new DomainException(
                    ErrorCode.PRIOR_ROUND_IN_FLIGHT,
                    "The previous round has not finished step 2 yet; ask again once it has");
        }
    }
}
