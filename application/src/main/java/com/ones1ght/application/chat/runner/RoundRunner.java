package com.ones1ght.application.chat.runner;

import com.ones1ght.application.chat.ChatChanges;
import com.ones1ght.application.chat.RunnerWakeup;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.shared.RedactedStackTrace;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.application.shared.port.NodeSignals.Topic;
import com.ones1ght.application.shared.work.Job.Next;
import com.ones1ght.application.shared.work.Worker;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RunFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * Runs rounds: a {@link Worker} on the queue of runs, woken by kickoffs on this node and by signals of other nodes, and
 * nudged by polls.
 */
public final class RoundRunner implements RunnerWakeup {

    private static final System.Logger LOG = System.getLogger(RoundRunner.class.getName());

    private final NodeSignals signals;
    private final Node node;
    private final boolean enabled;
    private final DietaryCoverage coverage = new DietaryCoverage();
    private final Worker<ClaimedRun, RunClaim> worker;

    /** What all runs of this node share. */
    record Node(
            RunQueue queue,
            RecommendationPipeline pipeline,
            RunMerger merger,
            Executor executor,
            Executor saves,
            InstantSource clock,
            DefaultStore defaultStore,
            Duration checkpoint,
            ChatChanges changes,
            Tracing tracing) {

        Instant now() {
            return clock.instant();
        }

        /** Saves on another thread, so that the workers go on while it waits for the database. */
        CompletionStage<Next> saving(ClaimedRun run, Supplier<Next> save, Next otherwise) {
            try {
                return CompletableFuture.supplyAsync(() -> run.during(save), saves);
            } catch (RejectedExecutionException stopping) {
                return CompletableFuture.completedStage(otherwise);
            }
        }

        /** Saves a run, and reports the change of its round; false if the claim is lost. */
        boolean save(RunClaim claim, RunUpdate update) {
            boolean saved = queue.save(claim, update, clock.instant());
            if (saved) {
                changes.changed(update.round().chat());
            }
            return saved;
        }
    }

    /**
     * @param workers perform the steps of runs: what a pipeline does in this JVM, and merging with the store
     * @param saves save runs, and wait for the database meanwhile: as many at once, which may share a commit
     * @param executor for what must not wait behind these: claims, their renewal, and polls after a refresh; short pieces
     *     of work that may block on the database
     * @param timer only hands work to {@code workers} and {@code executor}
     * @param tracing records claims, steps and merges
     */
    public RoundRunner(
            RunQueue queue,
            RecommendationPipeline pipeline,
            StoreCatalog catalog,
            ResultDocuments documents,
            NodeSignals signals,
            ChatChanges changes,
            Executor workers,
            Executor saves,
            Executor executor,
            ScheduledExecutorService timer,
            InstantSource clock,
            Tracing tracing,
            RunnerSettings settings) {
        this.signals = signals;
        this.node = new Node(
                queue,
                pipeline,
                new RunMerger(catalog, documents, settings.guard(), coverage, tracing),
                workers,
                saves,
                clock,
                settings.defaultStore(),
                settings.checkpoint(),
                changes,
                tracing);
        this.enabled = settings.enabled();
        this.worker = new Worker<>(
                "rounds", queue, this::hold, this::announceDue, workers, executor, timer, clock, settings.worker());
    }

    /** Begins to look for due runs, unless this node leaves them to the others. */
    public void start() {
        if (!enabled) {
            return;
        }
        signals.on(Topic.DUE_ROUNDS, worker::wake);
        signals.on(Topic.ENDED_RUNS, worker::releaseEnded);
        worker.start();
    }

    /** Waits for the calls in progress up to the grace period, and releases all runs to the other nodes. */
    public void stop() {
        worker.stop();
    }

    /** The number of runs that this node holds, including waiting ones. */
    public int heldRuns() {
        return worker.size();
    }

    /** How many of the merged products came without allergen data. */
    public DietaryCoverage dietaryCoverage() {
        return coverage;
    }

    @Override
    public void wake() {
        if (!enabled || !worker.hasRoom()) {
            announceDue();
        }
        if (enabled) {
            worker.wake();
        }
    }

    @Override
    public CompletionStage<Boolean> refresh(Collection<RoundId> rounds) {
        return worker.nudge(rounds);
    }

    @Override
    public void releaseEnded() {
        announce(
                () -> signals.announce(Topic.ENDED_RUNS),
                "Ended runs not announced; other nodes release them at their next renewal");
        worker.releaseEnded();
    }

    private void announceDue() {
        announce(
                () -> signals.announce(Topic.DUE_ROUNDS),
                "Due rounds not announced; other nodes find them at their next tick");
    }

    private static void announce(Runnable announcement, String otherwise) {
        try {
            announcement.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, otherwise, e);
        }
    }

    private Optional<HeldRun> hold(ClaimedRun run) {
        RunSpans.claimed(node.tracing(), run, node.now());
        try {
            return Optional.of(new HeldRun(run, node));
        } catch (RuntimeException defect) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Round " + run.round().id() + " cannot be run",
                    RedactedStackTrace.of(defect));
            reject(run);
            return Optional.empty();
        }
    }

    /** Ends the run, so that it is not claimed again and again; while the database is unavailable it is. */
    private void reject(ClaimedRun run) {
        Instant now = node.now();
        RunFailure failure = RunMerger.upstreamError(run.snapshot().nextStep().orElse(PipelineStep.BACK_LIST));
        try {
            node.save(
                    run.claim(),
                    RunUpdate.withoutSteps(
                            run.round().fail(failure, now), run.snapshot().failed(failure)));
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Round " + run.round().id() + " cannot be ended now; the next claim tries again",
                    e);
        }
    }
}
