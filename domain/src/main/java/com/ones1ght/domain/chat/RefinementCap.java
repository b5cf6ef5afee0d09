package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;

/** Limits the refinements of one round. */
final class RefinementCap {

    static final int MAX_REFINEMENTS = 8;

    private RefinementCap() {}

    /** @throws DomainException {@link ErrorCode#REFINEMENT_CAP_EXCEEDED} when the limit is reached */
    static void check(int refinementsSoFar) {
        if (refinementsSoFar >= MAX_REFINEMENTS) {
            throw new DomainException(
                    ErrorCode.REFINEMENT_CAP_EXCEEDED,
                    "This round has been refined " + MAX_REFINEMENTS
                            + " times already; start a new round or a new chat");
        }
    }
}
