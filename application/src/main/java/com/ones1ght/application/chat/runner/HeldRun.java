package com.ones1ght.application.chat.runner;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;
import static java.util.concurrent.CompletableFuture.completedStage;

import com.ones1ght.application.chat.MergedStep.MergedGuard;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.shared.AsyncFailures;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.LogText;
import com.ones1ght.application.shared.RedactedStackTrace;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import com.ones1ght.application.shared.work.Job;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.recommendation.RoundGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A run that this node has claimed. Each step does one thing: it calls the pipeline, merges what the pipeline returned
 * with the store, or saves. What the pipeline has done within one call shares a merge and a save. Steps follow each
 * other, so the state that they share needs no lock.
 */
final class HeldRun extends Job<RunClaim> {

    private static final System.Logger LOG = System.getLogger(HeldRun.class.getName());

    /** How long a run waits whose pipeline returned nothing new, and not when to ask again either. */
    private static final Duration WITHOUT_NEWS = Duration.ofSeconds(1);

    private final RoundRunner.Node node;
    private final ClaimedRun claimed;
    private final PipelineCalls calls;
    private final RunDeadline deadline;
    private final Next later;
    private Round round;
    private RoundGuard guard;
    private PipelineSnapshot snapshot;
    private PipelineSnapshot stored;
    private @Nullable RunUpdate unsaved;
    private FailedAttempts failed = FailedAttempts.NONE;

    HeldRun(ClaimedRun claimed, RoundRunner.Node node) {
        super(claimed.claim());
        this.node = node;
        this.claimed = claimed;
        this.round = claimed.round();
        this.guard = claimed.guard();
        this.snapshot = claimed.snapshot();
        this.stored = claimed.snapshot();
        this.calls = new PipelineCalls(claimed, node);
        this.deadline = new RunDeadline(claimed.deadline(), node.clock());
        this.later = Next.backOff(FailedAttempts.BACKOFF.delay(key(), 1, null));
    }

    /** A round has one run at a time. */
    @Override
    public RoundId key() {
        return claim().round();
    }

    /** The round's id, and the id of the request that the run was accepted with. */
    @Override
    public String toString() {
        return "Round " + Correlation.named(key(), claimed.correlation());
    }

    @Override
    public Duration initialDelay() {
        return RunMerger.isPending(round, snapshot) ? Duration.ZERO : next().delay();
    }

    /** A refinement is another run of the same round. */
    @Override
    protected boolean isContinuedBy(Job<RunClaim> newer) {
        return newer.claim().run() == claim().run();
    }

    @Override
    protected void ended() {
        LOG.log(INFO, "{0} was ended by a client; releasing what its model keeps for it", this);
        calls.end();
    }

    @Override
    public CompletionStage<Next> advance() {
        return claimed.during(this::takeStep);
    }

    private CompletionStage<Next> takeStep() {
        if (unsaved != null) {
            return save(unsaved);
        }
        if (deadline.hasPassed()) {
            return settle(failed.lastOr(RunMerger.timeout(round, snapshot)));
        }
        return RunMerger.isPending(round, snapshot) ? mergeAndSave(Map.of()) : callPipeline();
    }

    private CompletionStage<Next> callPipeline() {
        CompletableFuture<PipelineSnapshot> answer = calls.advance(snapshot);
        snapshot = calls.reached();
        boolean isPending = RunMerger.isPending(round, snapshot);
        failed = isPending ? FailedAttempts.NONE : failed;
        // While a model works, clients see the steps before; what cannot be saved now is saved with its answer.
        return isPending && !answer.isDone()
                ? mergeAndSave(calls.doneAt())
                        .thenComposeAsync(saved -> claimed.during(() -> await(answer)), node.executor())
                : await(answer);
    }

    private CompletionStage<Next> await(CompletableFuture<PipelineSnapshot> answer) {
        return round.state().isSettled()
                ? completedStage(Next.leave())
                : calls.then(answer, deadline.millisLeft(), this::answered);
    }

    /** Neither is given if the deadline came first. */
    private CompletionStage<Next> answered(@Nullable PipelineSnapshot received, @Nullable Throwable failure) {
        if (calls.isEnded()) {
            calls.endWith(received);
            return completedStage(Next.leave());
        }
        if (failure != null) {
            return RunMerger.isPending(round, snapshot)
                    ? mergeAndSave(calls.doneAt())
                    : failed(AsyncFailures.cause(failure));
        }
        if (received == null) {
            return settle(failed.lastOr(RunMerger.timeout(round, snapshot)));
        }
        boolean nothingNew = round.state() != RoundState.CREATED
                && received.hasSameContentAs(snapshot)
                && !RunMerger.isPending(round, snapshot);
        snapshot = received;
        failed = FailedAttempts.NONE;
        if (!nothingNew) {
            return mergeAndSave(calls.doneAt());
        }
        Next next = next();
        return completedStage(next.delay().isZero() ? Next.goOn(deadline.limit(WITHOUT_NEWS)) : next);
    }

    private CompletionStage<Next> failed(Throwable failure) {
        if (failure instanceof StorageUnavailableException unavailable) {
            return completedStage(awaitStorage(unavailable));
        }
        if (failure instanceof StepUnavailableException unavailable) {
            LOG.log(INFO, "{0} waits for its backend: {1}", this, LogText.of(unavailable.getMessage()));
            return completedStage(backOff(unavailable.failure(), unavailable.getMessage(), unavailable.retryAfter()));
        }
        LOG.log(ERROR, "Pipeline failed: " + this, RedactedStackTrace.of(failure));
        return settle(RunMerger.upstreamError(snapshot.nextStep().orElse(PipelineStep.BACK_LIST)));
    }

    /** @param doneAt when steps were done that nothing has delayed since */
    private CompletionStage<Next> mergeAndSave(Map<PipelineStep, Instant> doneAt) {
        RunUpdate merged;
        try {
            merged = node.merger()
                    .merge(round, snapshot, guard, calls.request().store(), claimed.inSession(), node.now());
        } catch (StoreUnavailableException e) {
            return awaitStore(e);
        } catch (StorageUnavailableException e) {
            return completedStage(awaitStorage(e));
        } catch (RuntimeException defect) {
            LOG.log(ERROR, "Merging with the store failed: " + this, RedactedStackTrace.of(defect));
            return settle(RunMerger.upstreamError(RunMerger.firstUnmerged(round)));
        }
        return save(merged.doneAt(doneAt));
    }

    /** The gateway's own storage is no backend: a round does not fail with it, and continues once it is available. */
    private Next awaitStorage(StorageUnavailableException failure) {
        LOG.log(WARNING, "{0} waits for the database: {1}", this, failure.getMessage());
        return Next.backOff(deadline.limit(FailedAttempts.BACKOFF.delay(key(), 1, null)));
    }

    /** Saves what the pipeline returned, so that it is not paid for twice, and merges it later. */
    private CompletionStage<Next> awaitStore(StoreUnavailableException failure) {
        LOG.log(INFO, "{0} waits for its store: {1}", this, LogText.of(failure.getMessage()));
        RunUpdate unmerged = RunMerger.unmerged(round, snapshot, node.now());
        boolean isNew = !snapshot.hasSameContentAs(stored) || !unmerged.round().equals(round);
        RunFailure lost = new RunFailure.StepFailed(RunMerger.firstUnmerged(round), RunFailure.Cause.STORE_UNAVAILABLE);
        return (isNew ? save(unmerged) : completedStage(next()))
                .thenApply(next -> next.leaves() ? next : backOff(lost, failure.getMessage(), null));
    }

    private CompletionStage<Next> settle(RunFailure failure) {
        LOG.log(WARNING, "{0} ends in error: {1}{2}", this, LogText.of(failure.toString()), failed.because());
        PipelineSnapshot last = snapshot;
        return save(RunUpdate.withoutSteps(round.fail(failure, node.now()), last.failed(failure)))
                .whenComplete((next, defect) -> {
                    if (round.state().isSettled()) {
                        calls.release(last);
                    }
                });
    }

    private CompletionStage<Next> save(RunUpdate update) {
        unsaved = update;
        return node.saving(claimed, () -> saved(update), later);
    }

    private Next saved(RunUpdate update) {
        try {
            if (!node.save(claim(), update)) {
                // Lost to another node, which goes on with the run; or ended by somebody else.
                if (!node.queue().ended(Set.of(claim())).isEmpty()) {
                    calls.endWith(update.snapshot());
                }
                return Next.leave();
            }
        } catch (StorageUnavailableException e) {
            LOG.log(WARNING, "{0} cannot be saved now: {1}", this, e.getMessage());
            return later;
        }
        unsaved = null;
        round = update.round();
        update.step(MergedGuard.class).ifPresent(merged -> guard = merged.guard());
        snapshot = update.snapshot();
        stored = update.snapshot();
        return round.state().isSettled() ? Next.leave() : next();
    }

    private Next backOff(RunFailure failure, @Nullable String reason, @Nullable Duration requested) {
        failed = failed.plus(failure, reason);
        return Next.backOff(deadline.limit(FailedAttempts.BACKOFF.delay(key(), failed.count(), requested)));
    }

    private Next next() {
        return Next.goOn(deadline.limit(snapshot.notBefore()));
    }
}
