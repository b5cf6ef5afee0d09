package com.ones1ght.application.shared.port;

import java.time.Duration;

/** Is told of the calls that adapters make of other systems. Returns at once and never fails. Thread-safe. */
public interface CallObserver {

    /** How a call ended. */
    enum Outcome {
        /** There is an answer of use. */
        ANSWERED,
        /** The other system refuses this call: a status 4xx. */
        REFUSED,
        /** The other system asks to be called later. */
        BUSY,
        /** There was no answer in time. */
        TIMED_OUT,
        /** The other system failed, is unreachable, or sent an answer of no use. */
        FAILED,
        /** The gateway no longer wanted the answer. */
        DROPPED,
        /** Not called: the circuit breaker is open after recent failures. */
        BREAKER_OPEN,
        /** Not called: too many calls are in progress. */
        LIMIT_REACHED;

        /** Whether the other system was called at all. */
        public boolean isMade() {
            return this != BREAKER_OPEN && this != LIMIT_REACHED;
        }
    }

    /**
     * A call has ended.
     *
     * @param upstream the kind of system, such as {@code openai}; the same for all tenants
     * @param time from its begin to its end; zero if it was not made
     */
    void ended(String upstream, Outcome outcome, Duration time);
}
