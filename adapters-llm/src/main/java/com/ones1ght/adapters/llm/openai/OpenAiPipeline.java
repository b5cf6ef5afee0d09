package com.ones1ght.adapters.llm.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.adapters.llm.grocery.GrocerySteps;
import com.ones1ght.adapters.llm.http.HttpUpstream;
import com.ones1ght.adapters.llm.http.RefusedCalls;
import com.ones1ght.adapters.llm.http.RunCalls;
import com.ones1ght.adapters.llm.http.RunNote;
import com.ones1ght.adapters.llm.http.TokenUsage;
import com.ones1ght.adapters.llm.http.UpstreamCall;
import com.ones1ght.adapters.llm.http.UpstreamException;
import com.ones1ght.adapters.llm.http.UpstreamReply;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.shared.AsyncFailures;
import com.ones1ght.application.shared.LogText;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.RunFailure.Cause;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.recommendation.Meal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets a model suggest the meal, and performs the other three steps itself. An answer that is not a meal is sent back
 * with a description of the error, in a call of its own, so that the loss of a node loses no answer that was paid for.
 * Parameters that the server rejects are omitted from then on.
 */
public final class OpenAiPipeline implements RecommendationPipeline {

    private static final System.Logger LOG = System.getLogger(OpenAiPipeline.class.getName());

    private final HttpUpstream upstream;
    private final RunCalls calls;
    private final ChatRequest chatRequest;
    private final GrocerySteps groceries;
    private final Consumer<TokenUsage> meter;
    private final AtomicReference<Dialect> dialect = new AtomicReference<>(Dialect.FULL);

    /**
     * @param upstream a chat completion server; its base URL usually ends with {@code /v1}
     * @param model the server's name of the model
     * @param maxTokens maximum number of tokens of an answer; null leaves it to the server
     * @param groceries performs steps 2 to 4
     * @param meter receives the token usage of each answer
     */
    public OpenAiPipeline(
            HttpUpstream upstream,
            String model,
            @Nullable Integer maxTokens,
            GrocerySteps groceries,
            Consumer<TokenUsage> meter) {
        this.upstream = upstream;
        this.calls = new RunCalls(upstream);
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
        if (MealCandidate.of(current).isPresent()) {
            try {
                return CompletableFuture.completedStage(checked(request, current));
            } catch (StepUnavailableException e) {
                return CompletableFuture.failedStage(e);
            }
        }
        return ask(request, current, UpstreamCall.passedOn(request));
    }

    @Override
    public void abandon(PipelineRequest request, PipelineSnapshot last) {
        calls.drop(request);
    }

    /** Accepts the candidate, or has the model repair a meal that needs what the shopper must not get. */
    private PipelineSnapshot checked(PipelineRequest request, PipelineSnapshot current) {
        MealCandidate candidate = MealCandidate.of(current);
        StepOutput<Meal> meal = new MealAnswer(request.language()).read(candidate.answer());
        List<String> forbidden = groceries.forbiddenIngredients(request, meal.value());
        Repairs before = Repairs.of(current);
        if (forbidden.isEmpty() || before.areExhausted()) {
            return candidate.with("").in(current).withMeal(meal);
        }
        LOG.log(
                System.Logger.Level.INFO,
                "Run {0}: the meal from {1}, model {2}, needs products that the shopper must not get, after {3} repairs",
                request.requestId(),
                upstream.name(),
                LogText.of(chatRequest.model()),
                before.count());
        String problem = "It needs %s, which this shopper must not get: replace it, or choose another dish."
                .formatted(String.join(", ", forbidden));
        return before.with(candidate.answer(), problem)
                .in(note(current).repaired().in(candidate.reject().in(current)));
    }

    /** Asks in the dialect learnt so far, and again in the next weaker one after each rejection. */
    private CompletionStage<PipelineSnapshot> ask(
            PipelineRequest request, PipelineSnapshot current, Map<String, String> passedOn) {
        Dialect spoken = dialect.get();
        ObjectNode question = chatRequest.in(spoken, request, Repairs.of(current));
        return calls.send(request, new UpstreamCall("POST", "/chat/completions", question, passedOn))
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

    /** A server error that names a parameter counts as its rejection; any other is retried. */
    private static UpstreamReply refusal(Throwable failure) {
        Throwable cause = AsyncFailures.cause(failure);
        if (cause instanceof UpstreamException unavailable) {
            UpstreamReply reply = unavailable.reply();
            if (reply != null && new Refusal(reply).parameter().isPresent()) {
                return reply;
            }
            throw unavailable.during(PipelineStep.MEAL_SUGGEST);
        }
        throw cause instanceof RuntimeException defect ? defect : new IllegalStateException(cause);
    }

    /** Concurrent calls may have learnt the same, or more, in the meantime. */
    private void learn(Dialect refused, Dialect next) {
        if (dialect.compareAndSet(refused, next)) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0}: the server rejected {3} for model {1}, using {2} from now on",
                    upstream.name(),
                    LogText.of(chatRequest.model()),
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
                        upstream.name() + " sent an answer without a message",
                        new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, Cause.INVALID_UPSTREAM_ANSWER),
                        null,
                        null));
        meter.accept(completion.usage());
        RunNote note = note(current).plus(completion.usage());
        try {
            PipelineSnapshot withNote = note.in(current);
            StepOutput<Meal> meal = new MealAnswer(request.language()).read(completion.text());
            MealCandidate candidate = MealCandidate.of(withNote);
            boolean isToBeChecked =
                    request.restrictions().stream().anyMatch(Restriction::isGuarded) && candidate.mayBeRejected();
            return isToBeChecked ? candidate.with(completion.text()).in(withNote) : withNote.withMeal(meal);
        } catch (UnusableMeal e) {
            return unusable(request, current, note, completion, String.valueOf(e.getMessage()));
        }
    }

    private PipelineSnapshot unusable(
            PipelineRequest request, PipelineSnapshot current, RunNote note, Completion completion, String problem) {
        Repairs before = Repairs.of(current);
        String feedback =
                switch (completion.ending()) {
                    case CUT_OFF -> "It was cut off before its end: it must be shorter.";
                    case REFUSED -> "It must be a meal, and not a refusal.";
                    case COMPLETE -> problem;
                };
        LOG.log(
                before.areExhausted() ? System.Logger.Level.WARNING : System.Logger.Level.INFO,
                "Run {0}: no usable meal from {1}, model {2}, after {3} repairs: {4}",
                request.requestId(),
                upstream.name(),
                LogText.of(chatRequest.model()),
                before.count(),
                switch (completion.ending()) {
                    case CUT_OFF -> "cut off by the limit of tokens";
                    case REFUSED -> "refused";
                    case COMPLETE -> LogText.of(problem);
                });
        return before.areExhausted()
                ? note.in(current).failed(new RunFailure.RefinementsExhausted())
                : before.with(completion.text(), feedback).in(note.repaired().in(current));
    }
}
