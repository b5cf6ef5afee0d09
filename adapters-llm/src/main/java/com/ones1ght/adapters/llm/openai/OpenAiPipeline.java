package com.ones1ght.adapters.llm.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.adapters.llm.grocery.GrocerySteps;
import com.ones1ght.adapters.llm.http.HttpUpstream;
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
import com.ones1ght.domain.chat.Turn;
import com.ones1ght.domain.shared.Require;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Has a model suggest the meal, and does the other three steps itself. An answer that is no meal goes back to the model
 * with what is wrong with it, in a call of its own, so that no answer that was paid for is lost with a node.
 */
public final class OpenAiPipeline implements RecommendationPipeline {

    private static final double TEMPERATURE = 0.4;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final HttpUpstream upstream;
    private final String model;
    private final GrocerySteps groceries;

    /**
     * @param upstream a server of chat completions; its base ends with {@code /v1} as a rule
     * @param model the name by which the server knows the model
     * @param groceries for what the store does
     */
    public OpenAiPipeline(HttpUpstream upstream, String model, GrocerySteps groceries) {
        this.upstream = upstream;
        this.model = Require.notBlank(model, "model");
        this.groceries = groceries;
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
        Map<String, String> passedOn = UpstreamCall.passedOn(request);
        Repairs before = Repairs.of(current);
        return upstream.send(new UpstreamCall("POST", "/chat/completions", question(request, before), passedOn))
                .handle((reply, failure) -> {
                    if (reply == null) {
                        throw unavailable(failure);
                    }
                    return answered(request, current, before, reply);
                });
    }

    private static RuntimeException unavailable(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof UpstreamException away) {
            return away.during(PipelineStep.MEAL_SUGGEST);
        }
        return cause instanceof RuntimeException defect ? defect : new IllegalStateException(cause);
    }

    private static PipelineSnapshot answered(
            PipelineRequest request, PipelineSnapshot current, Repairs before, UpstreamReply reply) {
        if (!reply.isSuccess()) {
            return current.failed(new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, Cause.UPSTREAM_ERROR));
        }
        JsonNode message = reply.body().path("choices").path(0).path("message");
        if (!message.isObject()) {
            throw new StepUnavailableException(
                    "openai: the answer has no message",
                    new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, Cause.INVALID_UPSTREAM_ANSWER),
                    null,
                    null);
        }
        // A refusal, an empty answer and one in parts are no meals either.
        String text = message.path("content").asText("");
        try {
            return current.withMeal(new MealAnswer(request.language()).read(text));
        } catch (UnusableMeal e) {
            return before.areExhausted()
                    ? current.failed(new RunFailure.RefinementsExhausted())
                    : before.with(text, String.valueOf(e.getMessage())).in(current);
        }
    }

    private ObjectNode question(PipelineRequest request, Repairs repairs) {
        ObjectNode question = JSON.objectNode().put("model", model).put("temperature", TEMPERATURE);
        ArrayNode messages = question.putArray("messages");
        say(messages, "system", Instructions.task(request.language()));
        for (Turn turn : request.history()) {
            say(messages, "user", turn.prompt());
            say(messages, "assistant", turn.mealJson());
        }
        say(messages, "user", request.userQuery());
        if (repairs.isNeeded()) {
            say(messages, "assistant", repairs.answer().isBlank() ? "(nothing)" : repairs.answer());
            say(messages, "user", "That cannot be used. " + repairs.problem() + " Answer again, in full.");
        }
        question.set("response_format", Instructions.form());
        return question;
    }

    private static void say(ArrayNode messages, String role, @Nullable String content) {
        messages.addObject().put("role", role).put("content", content);
    }
}
