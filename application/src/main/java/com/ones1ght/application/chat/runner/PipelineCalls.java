package com.ones1ght.application.chat.runner;

import static java.lang.System.Logger.Level.WARNING;

import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.shared.RedactedStackTrace;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.domain.chat.ChatHistory;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A run's calls to the pipeline, and the release of what the pipeline keeps for the run. A run may be ended from outside
 * while a call is in progress: the release drops the call, and what the call still returns is released too. Thread-safe.
 */
final class PipelineCalls {

    private static final System.Logger LOG = System.getLogger(PipelineCalls.class.getName());

    private final RecommendationPipeline pipeline;
    private final Tracing tracing;
    private final ClaimedRun claimed;
    private final PipelineRequest request;
    private PipelineSnapshot last;
    private boolean ended;

    PipelineCalls(ClaimedRun claimed, RoundRunner.Node node) {
        this.pipeline = node.pipeline();
        this.tracing = node.tracing();
        this.claimed = claimed;
        this.request = request(claimed, node.defaultStore());
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

    /** Calls the pipeline. The stage is the caller's own; whatever the pipeline throws fails it. */
    CompletableFuture<PipelineSnapshot> advance(PipelineSnapshot current) {
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
