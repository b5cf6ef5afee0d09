package com.ones1ght.adapters.llm.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.adapters.llm.grocery.GrocerySteps;
import com.ones1ght.adapters.llm.http.HttpUpstream;
import com.ones1ght.adapters.llm.http.RefusedCalls;
import com.ones1ght.adapters.llm.http.RunNote;
import com.ones1ght.adapters.llm.http.TokenUsage;
import com.ones1ght.adapters.llm.http.UpstreamCall;
import com.ones1ght.adapters.llm.http.UpstreamException;
import com.ones1ght.adapters.llm.http.UpstreamReply;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.RunFailure.Cause;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has a model suggest the meal, and does the other three steps itself. An answer that is no meal goes back to the model
 * with what is wrong with it, in a call of its own, so that no answer that was paid for is lost with a node. What the
 * server refuses of a question is left out of it from then on.
 */
public final class OpenAiPipeline implements RecommendationPipeline {

    private static final System.Logger LOG = System.getLogger(OpenAiPipeline.class.getName());

    private final HttpUpstream upstream;
    private final ChatRequest chatRequest;
    private final GrocerySteps groceries;
    private final Consumer<TokenUsage> meter;
    private final AtomicReference<Dialect> dialect = new AtomicReference<>(Dialect.FULL);

    /**
     * @param upstream a server of chat completions; its base ends with {@code /v1} as a rule
     * @param model the name by which the server knows the model
     * @param maxTokens the most that the model may write for one answer; null leaves it to the server
     * @param groceries for what the store does
     * @param meter is told what each answer has used
     */
    public OpenAiPipeline(
            HttpUpstream upstream,
            String model,
            @Nullable Integer maxTokens,
            GrocerySteps groceries,
            Consumer<TokenUsage> meter) {
        this.upstream = upstream;
        this.chatRequest = new ChatRequest(model, maxTokens);
        this.groceries = groceries;
        this.meter = meter;
    }

    @Override
    public CompletionStage<PipelineSnapshot> advance(PipelineRequest request, PipelineSnapshot current) {
        if (current.isFinished()) {
            return CompletableFuture.completedStage(current);
        }
        if (current.meal() != null) {
            try {
                return CompletableFuture.completedStage(groceries.next(request, current));
            } catch (StepUnavailableException e) {
                return CompletableFuture.failedStage(e);
            }
        }
        return ask(request, current, UpstreamCall.passedOn(request));
    }

    /** Asks in the dialect that is known so far, and again in each weaker one that a refusal leads to. */
    private CompletionStage<PipelineSnapshot> ask(
            PipelineRequest request, PipelineSnapshot current, Map<String, String> passedOn) {
        Dialect spoken = dialect.get();
        ObjectNode question = chatRequest.in(spoken, request, Repairs.of(current));
        return upstream.send(new UpstreamCall("POST", "/chat/completions", question, passedOn))
                .handle((reply, failure) -> reply == null ? refusal(failure) : reply)
                .thenCompose(reply -> {
                    if (reply.isSuccess()) {
                        return CompletableFuture.completedStage(answered(request, current, reply));
                    }
                    Refusal refusal = new Refusal(reply);
                    Optional<Dialect> weaker = refusal.parameter().flatMap(spoken::without);
                    weaker.ifPresent(next -> learn(spoken, next));
                    return weaker.isPresent()
                            ? ask(request, current, passedOn)
                            : CompletableFuture.completedStage(refused(request, current, refusal));
                });
    }

    /** A defect of the server that names a parameter is a refusal of that parameter; any other is waited for. */
    private static UpstreamReply refusal(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof UpstreamException away) {
            UpstreamReply reply = away.reply();
            if (reply != null && new Refusal(reply).parameter().isPresent()) {
                return reply;
            }
            throw away.during(PipelineStep.MEAL_SUGGEST);
        }
        throw cause instanceof RuntimeException defect ? defect : new IllegalStateException(cause);
    }

    /** Others may have learnt the same, or more, meanwhile. */
    private void learn(Dialect refused, Dialect next) {
        if (dialect.compareAndSet(refused, next)) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0}: model {1} is asked with {2} from now on, since the server refused {3}",
                    upstream.name(),
                    chatRequest.model(),
                    next,
                    refused);
        }
    }

    private PipelineSnapshot refused(PipelineRequest request, PipelineSnapshot current, Refusal refusal) {
        RunFailure failure = new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, Cause.UPSTREAM_ERROR);
        if (refusal.isForNow()) {
            throw new StepUnavailableException(
                    upstream.name() + " answered " + refusal.reply().status(),
                    failure,
                    refusal.reply().retryAfter(),
                    null);
        }
        int status = refusal.reply().status();
        RefusedCalls.log(request, upstream.name(), chatRequest.model(), status, refusal.code());
        return note(current).refused(status).in(current).failed(failure);
    }

    private RunNote note(PipelineSnapshot current) {
        return RunNote.of(current, upstream.name(), chatRequest.model());
    }

    private PipelineSnapshot answered(PipelineRequest request, PipelineSnapshot current, UpstreamReply reply) {
        Completion completion = Completion.of(reply.body())
                .orElseThrow(() -> new StepUnavailableException(
                        upstream.name() + " answered without a message",
                        new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, Cause.INVALID_UPSTREAM_ANSWER),
                        null,
                        null));
        meter.accept(completion.usage());
        RunNote note = note(current).plus(completion.usage());
        try {
            PipelineSnapshot noted = note.in(current);
            return noted.withMeal(new MealAnswer(request.language()).read(completion.text()));
        } catch (UnusableMeal e) {
            return unusable(request, current, note, completion, String.valueOf(e.getMessage()));
        }
    }

    private PipelineSnapshot unusable(
            PipelineRequest request, PipelineSnapshot current, RunNote note, Completion completion, String problem) {
        Repairs before = Repairs.of(current);
        String told =
                switch (completion.ending()) {
                    case CUT_OFF -> "It was cut off before its end: it must be shorter.";
                    case REFUSED -> "It must be a meal, and not a refusal.";
                    case COMPLETE -> problem;
                };
        LOG.log(
                before.areExhausted() ? System.Logger.Level.WARNING : System.Logger.Level.INFO,
                "Run {0}: {1}, model {2}, gave no usable meal after {3} repairs: {4}",
                request.requestId(),
                upstream.name(),
                chatRequest.model(),
                before.count(),
                switch (completion.ending()) {
                    case CUT_OFF -> "cut off by the limit of tokens";
                    case REFUSED -> "refused";
                    case COMPLETE -> problem;
                });
        return before.areExhausted()
                ? note.in(current).failed(new RunFailure.RefinementsExhausted())
                : before.with(completion.text(), told).in(note.repaired().in(current));
    }
}
