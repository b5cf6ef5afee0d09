package com.ones1ght.application.chat.runner;

import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.RedactedStackTrace;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import com.ones1ght.application.shared.work.Backoff;
import com.ones1ght.application.shared.work.Job.Next;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does one thing for one run: asks the pipeline, merges with the store, saves; and says what comes next. */
final class RunDriver {

    private static final System.Logger LOG = System.getLogger(RunDriver.class.getName());
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));

    private final RunQueue queue;
    private final RecommendationPipeline pipeline;
    private final RunMerger merger;
    private final Executor executor;
    private final InstantSource clock;

    /** How long a run waits whose pipeline neither gave anything nor said when to ask again. */
    private static final Duration WITHOUT_NEWS = Duration.ofSeconds(1);

    RunDriver(
            RunQueue queue, RecommendationPipeline pipeline, RunMerger merger, Executor executor, InstantSource clock) {
        this.queue = queue;
        this.pipeline = pipeline;
        this.merger = merger;
        this.executor = executor;
        this.clock = clock;
    }

    /** What the pipeline answered within the run's time; neither of the two when its time was over before. */
    private record Answer(
            @Nullable PipelineSnapshot received, @Nullable Throwable failure) {
        static final Answer TOO_LATE = new Answer(null, null);
    }

    /** Takes the next step. The stage fails only by a defect. */
    CompletionStage<Next> advance(HeldRun run) {
        return Correlation.during(run.correlation(), () -> advanceNow(run));
    }

    private CompletionStage<Next> advanceNow(HeldRun run) {
        Instant now = clock.instant();
        try {
            RunUpdate unsaved = run.unsaved();
            if (unsaved != null) {
                return CompletableFuture.completedStage(save(run, unsaved));
            }
            if (!now.isBefore(run.deadline())) {
                return CompletableFuture.completedStage(settle(run, run.failureAtDeadline()));
            }
            if (RunMerger.isPending(run.round(), run.snapshot())) {
                return CompletableFuture.completedStage(mergeAndSave(run));
            }
            return ask(run, now);
        } catch (Throwable defect) {
            return CompletableFuture.failedStage(defect);
        }
    }

    /** How long a run that was just claimed still has to wait; zero when there is something to do. */
    Duration untilDue(HeldRun run) {
        return RunMerger.isPending(run.round(), run.snapshot())
                ? Duration.ZERO
                : next(run).delay();
    }

    private CompletionStage<Next> ask(HeldRun run, Instant now) {
        long millisLeft = Duration.between(now, run.deadline()).toMillis() + 1;
        CompletableFuture<Answer> answer =
                askPipeline(run).toCompletableFuture().handle(Answer::new);
        if (answer.isDone()) {
            return answer.thenApply(done -> answered(run, done));
        }
        return answer.completeOnTimeout(Answer.TOO_LATE, millisLeft, TimeUnit.MILLISECONDS)
                .thenApplyAsync(late -> Correlation.during(run.correlation(), () -> answered(run, late)), executor);
    }

    private CompletionStage<PipelineSnapshot> askPipeline(HeldRun run) {
        try {
            return Objects.requireNonNull(pipeline.advance(run.request(), run.snapshot()), "the pipeline's stage");
        } catch (Throwable failure) {
            return CompletableFuture.failedStage(failure);
        }
    }

    private Next answered(HeldRun run, Answer answer) {
        PipelineSnapshot received = answer.received();
        if (received == null) {
            return answer.equals(Answer.TOO_LATE)
                    ? settle(run, run.failureAtDeadline())
                    : failed(run, cause(answer.failure()));
        }
        boolean nothingNew = run.round().state() != RoundState.CREATED && received.hasSameContentAs(run.snapshot());
        run.receive(received);
        if (!nothingNew) {
            return mergeAndSave(run);
        }
        Next next = next(run);
        return next.delay().isZero() ? Next.goOn(run.untilDeadline(WITHOUT_NEWS, clock.instant())) : next;
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private Next failed(HeldRun run, @Nullable Throwable failure) {
        if (failure instanceof StorageUnavailableException unavailable) {
            return awaitStorage(run, unavailable);
        }
        if (failure instanceof StepUnavailableException unavailable) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Round {0} waits for its backend: {1}",
                    run.name(),
                    unavailable.getMessage());
            return backOff(run, unavailable.failure(), unavailable.getMessage(), unavailable.retryAfter());
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "The pipeline failed on round " + run.name(),
                failure == null ? null : RedactedStackTrace.of(failure));
        PipelineStep step = run.snapshot().nextStep().orElse(PipelineStep.BACK_LIST);
        return settle(run, upstreamError(step));
    }

    private Next mergeAndSave(HeldRun run) {
        RunUpdate merged;
        try {
            merged = merger.merge(
                    run.round(), run.snapshot(), run.request().store(), run.isInSession(), clock.instant());
        } catch (StoreUnavailableException e) {
            return storeAway(run, e);
        } catch (StorageUnavailableException e) {
            return awaitStorage(run, e);
        } catch (RuntimeException defect) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The answer for round " + run.name() + " cannot be merged",
                    RedactedStackTrace.of(defect));
            return settle(run, upstreamError(RunMerger.firstUnmerged(run.round())));
        }
        return save(run, merged);
    }

    /** The gateway's own storage is no backend: its failure is never the round's, which goes on when it is back. */
    private Next awaitStorage(HeldRun run, StorageUnavailableException failure) {
        LOG.log(System.Logger.Level.WARNING, "Round {0} waits for the storage: {1}", run.name(), failure.getMessage());
        return Next.backOff(run.untilDeadline(BACKOFF.delay(run.round().id(), 1, null), clock.instant()));
    }

    /** Keeps what the pipeline gave, so that it is not paid twice, and merges it later. */
    private Next storeAway(HeldRun run, StoreUnavailableException failure) {
        LOG.log(System.Logger.Level.INFO, "Round {0} waits for its store: {1}", run.name(), failure.getMessage());
        PipelineStep step = RunMerger.firstUnmerged(run.round());
        Round without = run.round().absorb(run.snapshot().upTo(step.number() - 1), clock.instant());
        if (!run.isStored() || !without.equals(run.round())) {
            Next saved = save(run, RunUpdate.withoutSteps(without, run.snapshot()));
            if (saved.leaves()) {
                return saved;
            }
        }
        RunFailure unavailable = new RunFailure.StepFailed(step, RunFailure.Cause.STORE_UNAVAILABLE);
        return backOff(run, unavailable, failure.getMessage(), null);
    }

    static RunFailure upstreamError(PipelineStep step) {
        return new RunFailure.StepFailed(step, RunFailure.Cause.UPSTREAM_ERROR);
    }

    private Next settle(HeldRun run, RunFailure failure) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Round {0} ends in error: {1}{2}",
                run.name(),
                failure,
                run.lastReason() == null ? "" : " (" + run.lastReason() + ")");
        Round ended = run.round().fail(failure, clock.instant());
        PipelineSnapshot last = run.snapshot();
        Next next = save(run, RunUpdate.withoutSteps(ended, last.failed(failure)));
        if (next.leaves() && run.round().state().isSettled()) {
            abandon(run, last);
        }
        return next;
    }

    private void abandon(HeldRun run, PipelineSnapshot last) {
        try {
            pipeline.abandon(run.request(), last);
        } catch (RuntimeException defect) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The pipeline keeps what it has of round " + run.name(),
                    RedactedStackTrace.of(defect));
        }
    }

    private Next save(HeldRun run, RunUpdate update) {
        run.propose(update);
        try {
            if (!queue.save(run.claim(), update, clock.instant())) {
                return Next.leave();
            }
        } catch (StorageUnavailableException e) {
            LOG.log(System.Logger.Level.WARNING, "Round {0} cannot be saved now: {1}", run.name(), e.getMessage());
            return Next.backOff(BACKOFF.delay(run.round().id(), 1, null));
        }
        run.saved(update);
        return update.round().state().isSettled() ? Next.leave() : next(run);
    }

    private Next backOff(HeldRun run, RunFailure failure, @Nullable String reason, @Nullable Duration asked) {
        Duration delay = BACKOFF.delay(run.round().id(), run.failedAttempt(failure, reason), asked);
        return Next.backOff(run.untilDeadline(delay, clock.instant()));
    }

    private Next next(HeldRun run) {
        Instant notBefore = run.snapshot().notBefore();
        Duration delay = notBefore == null ? Duration.ZERO : Duration.between(clock.instant(), notBefore);
        return Next.goOn(run.untilDeadline(delay, clock.instant()));
    }
}
