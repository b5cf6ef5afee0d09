package com.ones1ght.application.shared.work;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * A claimed item and the decisions about it, as a {@link Worker} needs them. Its {@code toString} names it in the log.
 *
 * @param <C> its claim
 */
public interface Job<C> {

    C claim();

    /** The item's id. A node holds one job with a key; a newer claim replaces an older one. */
    Object key();

    /** How long a job that was just claimed still waits; zero when there is something to do. */
    default Duration initialDelay() {
        return Duration.ZERO;
    }

    /**
     * Takes the next step, and writes to the queue what has become of the item. Never called twice at once.
     *
     * @return fails only by a defect: the node then lets go of the item, which is claimed anew when its lease has run
     *     out
     */
    CompletionStage<Next> advance();

    /**
     * What a worker does with a job after a step.
     *
     * @param delay how long it waits on this node; zero when it goes on at once, or leaves
     */
    record Next(Action action, Duration delay) {

        /** What may be done. */
        public enum Action {
            /** The item is settled, waits in the queue, or is another node's. */
            LEAVE,
            /** Likewise, and another item may have become due by it. */
            LEAVE_AND_CLAIM,
            /** The next step follows after the delay, or when somebody nudges it. */
            GO_ON,
            /** A failed step is repeated after the delay, not earlier. */
            BACK_OFF
        }

        public static Next leave() {
            return new Next(Action.LEAVE, Duration.ZERO);
        }

        public static Next leaveAndClaim() {
            return new Next(Action.LEAVE_AND_CLAIM, Duration.ZERO);
        }

        /** @param delay at once unless above zero */
        public static Next goOn(Duration delay) {
            return new Next(Action.GO_ON, atLeastZero(delay));
        }

        /** @param delay at once unless above zero */
        public static Next backOff(Duration delay) {
            return new Next(Action.BACK_OFF, atLeastZero(delay));
        }

        public boolean leaves() {
            return action == Action.LEAVE || action == Action.LEAVE_AND_CLAIM;
        }

        public boolean isBackOff() {
            return action == Action.BACK_OFF;
        }

        private static Duration atLeastZero(Duration delay) {
            return delay.isNegative() ? Duration.ZERO : delay;
        }
    }
}
