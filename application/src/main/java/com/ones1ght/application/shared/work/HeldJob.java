package com.ones1ght.application.shared.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A job on this node: queued until there is room for a step, working during one, and waiting between two; only
 * {@link Worker} moves it from one to the other. Thread-safe.
 */
final class HeldJob<C> {

    private enum State {
        QUEUED,
        WORKING,
        WAITING
    }

    private static final Duration BETWEEN_NUDGES = Duration.ofSeconds(1);

    private final Job<C> job;
    private final List<CompletableFuture<Void>> watchers = new ArrayList<>();
    private Instant lastStep = Instant.MIN;
    private State state = State.QUEUED;
    private boolean backingOff;
    private @Nullable Future<?> alarm;

    HeldJob(Job<C> job) {
        this.job = job;
    }

    Job<C> job() {
        return job;
    }

    synchronized void startStep(Instant now) {
        state = State.WORKING;
        backingOff = false;
        lastStep = now;
    }

    synchronized void queue() {
        state = State.QUEUED;
    }

    /**
     * Waits until its alarm, or a nudge, wakes it up; a job that backs off is not woken earlier.
     *
     * @param newAlarm sets the alarm; called at once
     */
    synchronized void await(boolean isBackOff, Supplier<Future<?>> newAlarm) {
        state = State.WAITING;
        backingOff = isBackOff;
        alarm = newAlarm.get();
    }

    /** Ends the waiting, once: whoever gets true queues the job. */
    synchronized boolean wakeUp() {
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

    /** Wakes it up if it may be nudged now; the watcher then waits for the end of the step. */
    synchronized boolean nudge(Instant now, CompletableFuture<Void> watcher) {
        boolean allowed = state == State.WAITING && !backingOff && !now.isBefore(lastStep.plus(BETWEEN_NUDGES));
        if (allowed) {
            watchers.add(watcher);
            wakeUp();
        }
        return allowed;
    }

    /** The step is over, or will not come. */
    void releaseWatchers() {
        List<CompletableFuture<Void>> released;
        synchronized (this) {
            released = List.copyOf(watchers);
            watchers.clear();
        }
        released.forEach(watcher -> watcher.complete(null));
    }
}
