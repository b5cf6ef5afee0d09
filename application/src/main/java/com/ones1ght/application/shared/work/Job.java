package com.ones1ght.application.shared.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A claimed item on this node. A {@link Worker} takes its steps one after another; between two, the job is queued until
 * there is room for a step, or waits for its alarm or a nudge. Subclasses decide what a step does; their
 * {@code toString} names the job in the log. Thread-safe.
 *
 * @param <C> its claim
 */
public abstract class Job<C> {

    private enum State {
        QUEUED,
        WORKING,
        WAITING
    }

    private static final Duration BETWEEN_NUDGES = Duration.ofSeconds(1);

    private final C claim;
    private final List<CompletableFuture<Void>> watchers = new ArrayList<>();
    private Instant lastStep = Instant.MIN;
    private State state = State.QUEUED;
    private boolean backingOff;
    private @Nullable Future<?> alarm;

    protected Job(C claim) {
        this.claim = claim;
    }

    public final C claim() {
        return claim;
    }

    /** The item's id. A node holds one job with a key; a newer claim replaces an older one. */
    public abstract Object key();

    /** How long a job that was just claimed waits before its first step; zero when there is something to do. */
    public Duration initialDelay() {
        return Duration.ZERO;
    }

    /**
     * Takes the next step, and writes its result to the queue. Not called again before the stage is completed.
     *
     * @return fails only by a defect: the node then drops the item, which is claimed anew when its lease has run out
     */
    public abstract CompletionStage<Next> advance();

    /**
     * The item has been ended by somebody else, and this node has dropped the job. Called once, on any thread, perhaps
     * during a step; must return quickly. No step follows.
     */
    protected void ended() {}

    /** Whether a newer job with the same key continues the same item, rather than another one. */
    protected boolean isContinuedBy(Job<C> newer) {
        return true;
    }

    final synchronized void startStep(Instant now) {
        state = State.WORKING;
        backingOff = false;
        lastStep = now;
    }

    final synchronized void queue() {
        state = State.QUEUED;
    }

    /**
     * Waits until its alarm or a nudge wakes it up; a job that backs off is not nudged.
     *
     * @param newAlarm sets the alarm; called at once
     */
    final synchronized void await(boolean isBackOff, Supplier<Future<?>> newAlarm) {
        state = State.WAITING;
        backingOff = isBackOff;
        alarm = newAlarm.get();
    }

    /** Ends the waiting. True for one caller, who then queues the job. */
    final synchronized boolean wakeUp() {
        if (state != State.WAITING) {
            return false;
        }
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
        state = State.QUEUED;
        return true;
    }

    /** Wakes it up if it may be nudged now; the watcher is then completed at the end of the step. */
    final synchronized boolean nudge(Instant now, CompletableFuture<Void> watcher) {
        boolean allowed = state == State.WAITING && !backingOff && !now.isBefore(lastStep.plus(BETWEEN_NUDGES));
        if (allowed) {
            watchers.add(watcher);
            wakeUp();
        }
        return allowed;
    }

    /** The step is over, or will not be taken. */
    final void releaseWatchers() {
        List<CompletableFuture<Void>> released;
        synchronized (this) {
            released = List.copyOf(watchers);
            watchers.clear();
        }
        released.forEach(watcher -> watcher.complete(null));
    }

    /**
     * What a worker does with a job after a step.
     *
     * @param delay how long the job waits on this node; zero if it continues at once, or leaves
     */
    public record Next(Action action, Duration delay) {

        public enum Action {
            /** The item is settled, waits in the queue, or is another node's. */
            LEAVE,
            /** Likewise, and another item may have become due. */
            LEAVE_AND_CLAIM,
            /** The next step follows after the delay, or a nudge. */
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
