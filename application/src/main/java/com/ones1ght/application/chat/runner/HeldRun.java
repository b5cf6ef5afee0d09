package com.ones1ght.application.chat.runner;

import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.domain.chat.Conversation;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run that this node has claimed. It is queued until there is room for a call, working during one, and waiting
 * between two; only {@link RoundRunner} moves it from one to the other. Thread-safe.
 */
final class HeldRun {

    private enum Place {
        QUEUED,
        WORKING,
        WAITING
    }

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final RunClaim claim;
    private final PipelineRequest request;
    private final Instant deadline;
    private final boolean inSession;
    private final @Nullable Correlation correlation;
    private final List<CompletableFuture<Void>> watchers = new ArrayList<>();
    private Round round;
    private PipelineSnapshot snapshot;
    private PipelineSnapshot stored;
    private @Nullable RunUpdate unsaved;
    private @Nullable RunFailure lastFailure;
    private @Nullable String lastReason;
    private int failedAttempts;
    private Instant lastLook = Instant.MIN;
    private Place place = Place.QUEUED;
    private boolean backingOff;
    private @Nullable Future<?> alarm;

    HeldRun(ClaimedRun claimed, StoreId defaultStore) {
        this.claim = claimed.claim();
        this.round = claimed.round();
        this.snapshot = claimed.snapshot();
        this.stored = claimed.snapshot();
        this.deadline = claimed.deadline();
        this.inSession = claimed.inSession();
        this.correlation = claimed.correlation();
        this.request = new PipelineRequest(
                round.id() + "." + round.run(),
                claimed.tenantCode(),
                claimed.store() == null ? defaultStore : claimed.store(),
                round.language(),
                round.prompt().text(),
                claimed.userQuery(),
                Conversation.history(claimed.past(), round.number(), round.run()),
                claimed.profile());
    }

    RunClaim claim() {
        return claim;
    }

    PipelineRequest request() {
        return request;
    }

    Instant deadline() {
        return deadline;
    }

    /** Whether the run's clients are shown the session form. */
    boolean isInSession() {
        return inSession;
    }

    /** For the log: the round's id, and the request that asked for the run. */
    String name() {
        return Correlation.named(round().id(), correlation);
    }

    @Nullable
    Correlation correlation() {
        return correlation;
    }

    synchronized Round round() {
        return round;
    }

    synchronized PipelineSnapshot snapshot() {
        return snapshot;
    }

    synchronized @Nullable RunUpdate unsaved() {
        return unsaved;
    }

    /** Whether the storage has all that the pipeline gave. */
    synchronized boolean isStored() {
        return snapshot.tellsTheSameAs(stored);
    }

    /** Takes in what the pipeline gave, before it is merged and saved. */
    synchronized void receive(PipelineSnapshot received) {
        snapshot = received;
        failedAttempts = 0;
        lastFailure = null;
        lastReason = null;
    }

    /** Remembers an update until it is saved. */
    synchronized void propose(RunUpdate update) {
        unsaved = update;
    }

    synchronized void saved(RunUpdate update) {
        round = update.round();
        snapshot = update.snapshot();
        stored = update.snapshot();
        unsaved = null;
    }

    /**
     * Remembers why the last attempt failed, and says how many have failed in a row.
     *
     * @param reason for operators
     */
    synchronized int failedAttempt(RunFailure failure, @Nullable String reason) {
        lastFailure = failure;
        lastReason = reason;
        failedAttempts++;
        return failedAttempts;
    }

    /** Why the last attempt failed, for operators; null when it did not. */
    synchronized @Nullable String lastReason() {
        return lastReason;
    }

    /** What the round's error is when its time is over. */
    synchronized RunFailure failureAtDeadline() {
        if (lastFailure != null) {
            return lastFailure;
        }
        PipelineStep current = round.progress().current();
        PipelineStep step = current == null ? PipelineStep.BACK_LIST : current;
        // What the pipeline gave and the round does not show was never merged: the last holder waited for the store.
        RunFailure.Cause cause = RunMerger.isPending(round, snapshot)
                ? RunFailure.Cause.STORE_UNAVAILABLE
                : RunFailure.Cause.UPSTREAM_TIMEOUT;
        return new RunFailure.StepFailed(step, cause);
    }

    synchronized void work(Instant now) {
        place = Place.WORKING;
        backingOff = false;
        lastLook = now;
    }

    synchronized void queue() {
        place = Place.QUEUED;
    }

    /**
     * Waits until its alarm, or a look, wakes it up; a run that backs off after a failure is not looked at earlier.
     *
     * @param newAlarm sets the alarm; called at once
     */
    synchronized void await(boolean becauseOfFailure, Supplier<Future<?>> newAlarm) {
        place = Place.WAITING;
        backingOff = becauseOfFailure;
        alarm = newAlarm.get();
    }

    /** Ends the waiting, once: whoever gets true queues the run. */
    synchronized boolean wakeUp() {
        if (place != Place.WAITING) {
            return false;
        }
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
        place = Place.QUEUED;
        return true;
    }

    /** Lets a poll wait for the next look, if one is allowed now. */
    synchronized boolean wakeUpForLook(Instant now, CompletableFuture<Void> watcher) {
        boolean allowed = place == Place.WAITING && !backingOff && !now.isBefore(lastLook.plus(BETWEEN_LOOKS));
        if (allowed) {
            watchers.add(watcher);
            wakeUp();
        }
        return allowed;
    }

    /** Tells the polls that wait that the look is over. */
    void tellWatchers() {
        List<CompletableFuture<Void>> told;
        synchronized (this) {
            told = List.copyOf(watchers);
            watchers.clear();
        }
        told.forEach(watcher -> watcher.complete(null));
    }
}
