package com.ones1ght.application.chat.runner;

import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.RunFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A pipeline that does the next step at once, unless a test says otherwise. It remembers what it was asked. */
final class ScriptedPipeline implements RecommendationPipeline {

    /** One question. */
    record Call(PipelineRequest request, PipelineSnapshot current) {}

    /** What is answered to one question. */
    @FunctionalInterface
    interface Answer {
        CompletionStage<PipelineSnapshot> to(Call call);
    }

    private final List<String> abandoned = new CopyOnWriteArrayList<>();
    private final List<String> sessions = new CopyOnWriteArrayList<>();
    private volatile boolean isClinging;
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private volatile Answer otherwise = nextStep();
    private volatile boolean overlapped;

    /** Answers the next question that has no other answer yet. */
    ScriptedPipeline then(Answer answer) {
        script.add(answer);
        return this;
    }

    /** Answers all further questions. */
    ScriptedPipeline fromThenOn(Answer answer) {
        otherwise = answer;
        return this;
    }

    List<Call> calls() {
        return calls;
    }

    /** How many steps were done before each question. */
    List<Integer> askedAfterSteps() {
        return calls.stream().map(call -> call.current().stepsDone()).toList();
    }

    /** Whether one run was ever asked for twice at once. */
    boolean overlapped() {
        return overlapped;
    }

    @Override
    public CompletionStage<PipelineSnapshot> advance(PipelineRequest request, PipelineSnapshot current) {
        Call call = new Call(request, current);
        calls.add(call);
        overlapped |= !underWay.add(request.requestId());
        Answer scripted = script.poll();
        CompletionStage<PipelineSnapshot> answer;
        try {
            answer = (scripted == null ? otherwise : scripted).to(call);
        } catch (RuntimeException thrown) {
            underWay.remove(request.requestId());
            throw thrown;
        }
        return answer.whenComplete((snapshot, failure) -> underWay.remove(request.requestId()));
    }

    @Override
    public void abandon(PipelineRequest request, PipelineSnapshot last) {
        abandoned.add(request.requestId());
        sessions.add(String.valueOf(last.upstreamSession()));
        if (isClinging) {
            throw new IllegalStateException("on purpose");
        }
    }

    /** The runs that the pipeline was told to let go. */
    List<String> abandoned() {
        return abandoned;
    }

    /** The upstream sessions of the runs that it was told to let go; "null" where there was none. */
    List<String> abandonedSessions() {
        return sessions;
    }

    /** From now on it fails to let go. */
    void cling() {
        isClinging = true;
    }

    static Answer nextStep() {
        return call -> CompletableFuture.completedFuture(
                RunSamples.snapshotUpToStep(call.current().stepsDone() + 1));
    }

    static Answer steps(int done) {
        return call -> CompletableFuture.completedFuture(RunSamples.snapshotUpToStep(done));
    }

    static Answer snapshot(UnaryOperator<PipelineSnapshot> change) {
        return call -> CompletableFuture.completedFuture(change.apply(call.current()));
    }

    static Answer nothingNewBefore(@Nullable Instant notBefore) {
        return snapshot(current -> current.notBefore(notBefore));
    }

    static Answer unavailable(RunFailure failure, @Nullable Duration retryAfter) {
        return call -> CompletableFuture.failedFuture(
                new StepUnavailableException("the test's backend is away", failure, retryAfter, null));
    }

    static Answer failing(Throwable failure) {
        return call -> CompletableFuture.failedFuture(failure);
    }

    static Answer held(CompletableFuture<PipelineSnapshot> answer) {
        return call -> answer;
    }
}
