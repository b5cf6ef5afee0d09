package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;

/**
 * Lets a chat's next run start only when the shopping list of the one before is there, or never will be: rounds
 * are in line up to step 2, and independent of each other from then on.
 */
final class InFlightGuard {

    private InFlightGuard() {}

    /** @throws DomainException {@link ErrorCode#PRIOR_ROUND_IN_FLIGHT} while the prior run is before its step 2's end */
    static void check(Round prior) {
        if (prior.isInFlight()) {
            throw new DomainException(
                    ErrorCode.PRIOR_ROUND_IN_FLIGHT,
                    "The previous round has not finished step 2 yet; ask again once its pipeline_progress.step2 is"
                            + " done");
        }
    }
}
