package com.ones1ght.adapters.llm.http;

import com.ones1ght.application.chat.port.PipelineRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls of runs, at most one in progress for each run, which is dropped when the run ends early. A dropped call
 * closes its connection and makes room for others. Thread-safe.
 */
public final class RunCalls {

    private final HttpUpstream upstream;
    private final Map<String, CompletableFuture<UpstreamReply>> inProgress = new ConcurrentHashMap<>();

    public RunCalls(HttpUpstream upstream) {
        this.upstream = upstream;
    }

    /** Sends a call of the run. The stage fails with {@link UpstreamException}, directly or as the cause, or is cancelled. */
    public CompletionStage<UpstreamReply> send(PipelineRequest run, UpstreamCall call) {
        String id = run.requestId();
        CompletableFuture<UpstreamReply> reply = upstream.send(call).toCompletableFuture();
        inProgress.put(id, reply);
        return reply.whenComplete((answer, failure) -> inProgress.remove(id, reply));
    }

    /** Drops the run's call if one is in progress. */
    public void drop(PipelineRequest run) {
        CompletableFuture<UpstreamReply> reply = inProgress.remove(run.requestId());
        if (reply != null) {
            reply.cancel(true);
        }
    }
}
