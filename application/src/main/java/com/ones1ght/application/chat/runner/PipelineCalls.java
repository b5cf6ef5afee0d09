package com.ones1ght.application.chat.runner;

import static java.lang.System.Logger.Level.WARNING;

import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.shared.RedactedStackTrace;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.work.Job.Next;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.domain.chat.ChatHistory;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Round;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A run's calls to the pipeline, and the release of what the pipeline keeps for the run. A run may be ended from outside
 * while a call is in progress: the release drops the call, and what the call still returns is released too. Thread-safe,
 * apart from {@link #advance} and what it has reached, which belong to the run's current step.
 */
final class PipelineCalls {

    private static final System.Logger LOG = System.getLogger(PipelineCalls.class.getName());

    private final RecommendationPipeline pipeline;
    private final Tracing tracing;
    private final ClaimedRun claimed;
    private final PipelineRequest request;
    private final Executor workers;
    private final InstantSource clock;
    private final Duration checkpoint;
    private final Map<PipelineStep, Instant> doneAt = new EnumMap<>(PipelineStep.class);
    private PipelineSnapshot reached;
    private PipelineSnapshot last;
    private boolean ended;

    PipelineCalls(ClaimedRun claimed, RoundRunner.Node node) {
        this.pipeline = node.pipeline();
        this.tracing = node.tracing();
        this.claimed = claimed;
        this.request = request(claimed, node.defaultStore());
        this.workers = node.executor();
        this.clock = node.clock();
        this.checkpoint = node.checkpoint();
        this.reached = claimed.snapshot();
        this.last = claimed.snapshot();
    }

    private static PipelineRequest request(ClaimedRun claimed, DefaultStore defaultStore) {
        Round round = claimed.round();
        return new PipelineRequest(
                round.id() + "." + round.run(),
                claimed.tenantCode(),
                defaultStore.unless(claimed.store()),
                round.language(),
                round.prompt().text(),
                claimed.userQuery(),
                ChatHistory.history(claimed.past(), round.number(), round.run()),
                claimed.profile(),
                claimed.guard().restrictions());
    }

    PipelineRequest request() {
        return request;
    }

    /**
     * Calls the pipeline, and once more after each step that was done within the call and soon: such a step is cheaper to
     * repeat than to save, and nobody sees it come later. Returns the answer to the last call, which has begun from {@link
     * #reached}. The stage is the caller's own; whatever the pipeline throws fails it.
     */
    CompletableFuture<PipelineSnapshot> advance(PipelineSnapshot current) {
        Instant since = clock.instant();
        doneAt.clear();
        reached = current;
        CompletableFuture<PipelineSnapshot> answer = call(current);
        while (isStep(answer) && !isEnded()) {
            Instant now = clock.instant();
            if (Duration.between(since, now).compareTo(checkpoint) >= 0) {
                return answer;
            }
            keep(answer.join(), now);
            answer = call(reached);
        }
        return answer;
    }

    /**
     * What follows the answer: within this call if it is there, otherwise on one of the node's workers.
     *
     * @param next gets neither an answer nor a failure if there is none within the time
     */
    CompletionStage<Next> then(
            CompletableFuture<PipelineSnapshot> answer,
            long millis,
            BiFunction<@Nullable PipelineSnapshot, @Nullable Throwable, CompletionStage<Next>> next) {
        CompletableFuture<CompletionStage<Next>> step = answer.isDone()
                ? answer.handle(next)
                : answer.completeOnTimeout(null, millis, TimeUnit.MILLISECONDS)
                        .handleAsync(
                                (received, failure) -> claimed.during(() -> next.apply(received, failure)), workers);
        return step.thenCompose(begun -> begun);
    }

    /** Whether the answer is there, brings a step, and leaves another one to be asked for at once. */
    private boolean isStep(CompletableFuture<PipelineSnapshot> answer) {
        if (!answer.isDone() || answer.isCompletedExceptionally()) {
            return false;
        }
        PipelineSnapshot received = answer.join();
        return received.stepsDone() > reached.stepsDone() && !received.isFinished() && received.notBefore() == null;
    }

    private void keep(PipelineSnapshot received, Instant now) {
        for (int step = reached.stepsDone(); step < received.stepsDone(); step++) {
            doneAt.put(PipelineStep.values()[step], now);
        }
        reached = received;
    }

    /** What the pipeline has returned before the last call of {@link #advance}; not saved yet, unless it was given. */
    PipelineSnapshot reached() {
        return reached;
    }

    /** When the steps of {@link #reached} were done that are new. */
    Map<PipelineStep, Instant> doneAt() {
        return doneAt;
    }

    private CompletableFuture<PipelineSnapshot> call(PipelineSnapshot current) {
        CompletableFuture<PipelineSnapshot> answer = RunSpans.step(tracing, claimed, current)
                .until(() -> CompletableFuture.completedFuture(request)
                        .thenCompose(input -> pipeline.advance(input, current))
                        .thenApply(received -> received(Objects.requireNonNull(received))));
        if (isEnded()) {
            // The end came after this step had begun, and before there was a call to drop.
            release(current);
        }
        return answer;
    }

    private synchronized PipelineSnapshot received(PipelineSnapshot snapshot) {
        if (!ended) {
            last = snapshot;
        }
        return snapshot;
    }

    /** Whether somebody else has ended the run. */
    synchronized boolean isEnded() {
        return ended;
    }

    /** Somebody else has ended the run. */
    void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        release(last);
    }

    /**
     * Somebody else has ended the run, and the pipeline answered all the same.
     *
     * @param late the answer, which nobody will save; null if there was none
     */
    void endWith(@Nullable PipelineSnapshot late) {
        synchronized (this) {
            if (late == null || ended && Objects.equals(last.upstreamSession(), late.upstreamSession())) {
                return;
            }
            ended = true;
            last = late;
        }
        release(late);
    }

    /** The run is over: has the pipeline release what it keeps for it, and drop a call in progress. */
    void release(PipelineSnapshot snapshot) {
        try {
            pipeline.abandon(request, snapshot);
        } catch (RuntimeException defect) {
            LOG.log(WARNING, "Pipeline did not release run " + request.requestId(), RedactedStackTrace.of(defect));
        }
    }
}
