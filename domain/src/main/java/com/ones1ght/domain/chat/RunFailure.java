package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.Require;

/** Why a run ended in error, in the words that a client may see ({@code last_error}). */
public sealed interface RunFailure {

    /** The text of {@code last_error}; never upstream's own words. */
    String lastError();

    /** The backend of a step failed for good. */
    record StepFailed(PipelineStep step, Cause cause) implements RunFailure {

        public StepFailed {
            Require.notNull(step, "step");
            Require.notNull(cause, "cause");
        }

        @Override
        public String lastError() {
            return step.label() + " failed: " + cause.text();
        }
    }

    /** Upstream no longer knows the run's session. */
    record SessionExpired() implements RunFailure {

        @Override
        public String lastError() {
            return "upstream chat session expired";
        }
    }

    /** The model could not be brought to a usable answer within its number of refinements. */
    record RefinementsExhausted() implements RunFailure {

        @Override
        public String lastError() {
            return "REFINEMENT_CAP_EXCEEDED: the model gave no usable answer within its refinements";
        }
    }

    /** The client, or the deletion of its profile, stopped the run. */
    record Cancelled() implements RunFailure {

        static final String LAST_ERROR = "cancelled";

        @Override
        public String lastError() {
            return LAST_ERROR;
        }
    }

    /** What can go wrong in a step. */
    enum Cause {
        UPSTREAM_TIMEOUT("upstream timeout"),
        UPSTREAM_ERROR("upstream error"),
        INVALID_UPSTREAM_ANSWER("invalid upstream answer"),
        STORE_UNAVAILABLE("store unavailable");

        private final String text;

        Cause(String text) {
            this.text = text;
        }

        /** The words behind {@code failed:}. */
        public String text() {
            return text;
        }
    }
}
