package com.ones1ght.application.chat.runner;

import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Does one thing for one run: asks the pipeline, merges with the store, saves; and says what comes next. */
final class RunDriver {

    private static final System.Logger LOG = System.getLogger(RunDriver.class.getName());

    private final RunQueue queue;
    private final RecommendationPipeline pipeline;
    private final RunMerger merger;
    private final Executor executor;
    private final InstantSource clock;

    /** Counts the runs under way, and one for the driver itself. */
    private final Phaser underWay = new Phaser(1);

    RunDriver(
            RunQueue queue, RecommendationPipeline pipeline, RunMerger merger, Executor executor, InstantSource clock) {
        this.queue = queue;
        this.pipeline = pipeline;
        this.merger = merger;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * What comes next for a run.
     *
     * @param isOver the run is settled, or no longer this node's
     * @param delay how long it waits otherwise; zero means it goes on at once
     * @param isBackOff whether it waits because something failed
     */
    record Next(boolean isOver, Duration delay, boolean isBackOff) {

        static Next over() {
            return new Next(true, Duration.ZERO, false);
        }

        static Next after(Duration delay, boolean backOff) {
            return new Next(false, delay.isNegative() ? Duration.ZERO : delay, backOff);
        }
    }

    /** Brings the run one step forward. The stage fails only by a defect. */
    CompletionStage<Next> bringForward(HeldRun run) {
        underWay.register();
        return begin(run).whenComplete((next, defect) -> underWay.arriveAndDeregister());
    }

    /** Waits until nothing is under way, or for {@code atMost}. */
    void awaitQuiet(Duration atMost) throws InterruptedException {
        int phase = underWay.arrive();
        try {
            underWay.awaitAdvanceInterruptibly(phase, atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} calls were still under way when the runner stopped; other nodes take their rounds over",
                    underWay.getUnarrivedParties());
        }
    }

    private CompletionStage<Next> begin(HeldRun run) {
        Instant now = clock.instant();
        run.work(now);
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
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private CompletionStage<Next> ask(HeldRun run, Instant now) {
        long millisLeft = Math.max(1, Duration.between(now, run.deadline()).toMillis());
        CompletableFuture<PipelineSnapshot> answer = advance(run).toCompletableFuture();
        if (answer.isDone()) {
            return answer.handle((received, failure) -> answered(run, received, failure));
        }
        return answer.copy()
                .orTimeout(millisLeft, TimeUnit.MILLISECONDS)
                .handleAsync((received, failure) -> answered(run, received, failure), executor);
    }

    private CompletionStage<PipelineSnapshot> advance(HeldRun run) {
        try {
            return pipeline.advance(run.request(), run.snapshot());
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private Next answered(HeldRun run, @Nullable PipelineSnapshot received, @Nullable Throwable failure) {
        if (failure != null || received == null) {
            return failed(
                    run, failure instanceof CompletionException e && e.getCause() != null ? e.getCause() : failure);
        }
        boolean nothingNew = run.round().state() != RoundState.CREATED && received.tellsTheSameAs(run.snapshot());
        run.receive(received);
        return nothingNew ? next(run) : mergeAndSave(run);
    }

    private Next failed(HeldRun run, @Nullable Throwable failure) {
        if (failure instanceof StepUnavailableException unavailable) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Round {0} waits for its backend: {1}",
                    run.round().id(),
                    unavailable.getMessage());
            return backOff(run, unavailable.failure(), unavailable.retryAfter());
        }
        if (failure instanceof TimeoutException) {
            return settle(run, run.failureAtDeadline());
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "The pipeline failed on round " + run.round().id(),
                failure);
        PipelineStep step = run.snapshot().nextStep().orElse(PipelineStep.BACK_LIST);
        return settle(run, new RunFailure.StepFailed(step, RunFailure.Cause.UPSTREAM_ERROR));
    }

    private Next mergeAndSave(HeldRun run) {
        try {
            return save(
                    run, merger.merge(run.round(), run.snapshot(), run.request().store(), clock.instant()));
        } catch (StoreUnavailableException e) {
            return storeAway(run, e);
        }
    }

    /** Keeps what the pipeline gave, so that it is not paid twice, and merges it later. */
    private Next storeAway(HeldRun run, StoreUnavailableException failure) {
        LOG.log(
                System.Logger.Level.INFO,
                "Round {0} waits for its store: {1}",
                run.round().id(),
                failure.getMessage());
        int shown = Math.max(run.round().progress().doneSteps(), 1);
        Round without = run.round().absorb(run.snapshot().upTo(shown), clock.instant());
        Next saved = save(run, new RunUpdate(without, run.snapshot(), null, null, null, false));
        PipelineStep step = PipelineStep.values()[shown];
        return saved.isOver()
                ? saved
                : backOff(run, new RunFailure.StepFailed(step, RunFailure.Cause.STORE_UNAVAILABLE), null);
    }

    private Next settle(HeldRun run, RunFailure failure) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Round {0} ends in error: {1}",
                run.round().id(),
                failure.lastError());
        Round ended = run.round().fail(failure, clock.instant());
        return save(run, new RunUpdate(ended, run.snapshot().failed(failure), null, null, null, true));
    }

    private Next save(HeldRun run, RunUpdate update) {
        run.propose(update);
        try {
            if (!queue.save(run.claim(), update, clock.instant())) {
                return Next.over();
            }
        } catch (StorageUnavailableException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Round {0} cannot be saved now: {1}",
                    run.round().id(),
                    e.getMessage());
            return Next.after(RetryDelay.after(run.round().id(), 1), true);
        }
        run.saved(update);
        return update.round().state().isSettled() ? Next.over() : next(run);
    }

    private Next backOff(HeldRun run, RunFailure failure, @Nullable Duration asked) {
        Duration delay = RetryDelay.after(run.round().id(), run.failedAttempt(failure));
        Duration longer = asked != null && asked.compareTo(delay) > 0 ? asked : delay;
        return Next.after(atMostToDeadline(run, longer), true);
    }

    private Next next(HeldRun run) {
        Instant notBefore = run.snapshot().notBefore();
        Duration delay = notBefore == null ? Duration.ZERO : Duration.between(clock.instant(), notBefore);
        return Next.after(atMostToDeadline(run, delay), false);
    }

    private Duration atMostToDeadline(HeldRun run, Duration delay) {
        Duration left = Duration.between(clock.instant(), run.deadline());
        return delay.compareTo(left) > 0 ? left : delay;
    }
}
