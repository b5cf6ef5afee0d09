package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.Require;

/** Why a run ended in error. */
public sealed interface RunFailure {

    /** The backend of a step failed for good. */
    record StepFailed(PipelineStep step, Cause cause) implements RunFailure {

        public StepFailed {
            Require.notNull(step, "step");
            Require.notNull(cause, "cause");
        }
    }

    /** Upstream no longer knows the run's session. */
    record SessionExpired() implements RunFailure {}

    /** The model gave no usable answer within its number of refinements. */
    record RefinementsExhausted() implements RunFailure {}

    /** The client cancelled the run, or deleted its profile. */
    record Cancelled() implements RunFailure {}

    /** What can go wrong in a step. */
    enum Cause {
        UPSTREAM_TIMEOUT,
        UPSTREAM_ERROR,
        INVALID_UPSTREAM_ANSWER,
        STORE_UNAVAILABLE
    }
}
