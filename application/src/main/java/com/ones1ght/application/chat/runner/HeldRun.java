package com.ones1ght.application.chat.runner;

import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.work.Job;
import com.ones1ght.domain.chat.ChatHistory;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A run that this node has claimed, as far as its storage and its pipeline have come. Thread-safe. */
final class HeldRun implements Job<RunClaim> {

    private final RunDriver driver;
    private final RunClaim claim;
    private final PipelineRequest request;
    private final Instant deadline;
    private final boolean inSession;
    private final @Nullable Correlation correlation;
    private Round round;
    private PipelineSnapshot snapshot;
    private PipelineSnapshot stored;
    private @Nullable RunUpdate unsaved;
    private @Nullable RunFailure lastFailure;
    private @Nullable String lastReason;
    private int failedAttempts;

    HeldRun(ClaimedRun claimed, StoreId defaultStore, RunDriver driver) {
        this.driver = driver;
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
                ChatHistory.history(claimed.past(), round.number(), round.run()),
                claimed.profile());
    }

    @Override
    public RunClaim claim() {
        return claim;
    }

    /** A round has one run at a time. */
    @Override
    public RoundId key() {
        return claim.round();
    }

    @Override
    public Duration initialDelay() {
        return driver.untilDue(this);
    }

    @Override
    public CompletionStage<Next> advance() {
        return driver.advance(this);
    }

    PipelineRequest request() {
        return request;
    }

    Instant deadline() {
        return deadline;
    }

    /** The delay, but no longer than until the deadline. */
    Duration untilDeadline(Duration delay, Instant now) {
        Duration left = Duration.between(now, deadline);
        return delay.compareTo(left) > 0 ? left : delay;
    }

    /** Whether the run's clients are shown the session form. */
    boolean isInSession() {
        return inSession;
    }

    /** The round's id, and the request that asked for the run. */
    String name() {
        return Correlation.named(claim.round(), correlation);
    }

    @Override
    public String toString() {
        return "Round " + name();
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
        return snapshot.hasSameContentAs(stored);
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
}
