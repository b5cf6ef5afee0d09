package com.ones1ght.adapters.llm.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.domain.chat.PipelineSnapshot;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Details of a run's upstream that its snapshot keeps for the tenant's admins. Contains neither credentials nor text
 * from the upstream.
 *
 * @param backend the upstream's name in logs and metrics
 * @param model the upstream's name of the model; null if it chooses the model
 * @param status the HTTP status of a permanent refusal; null if there was none
 * @param repairs the number of answers sent back as unusable
 * @param tokens the tokens used by all calls of the run, as reported by the upstream
 */
public record RunNote(
        String backend, @Nullable String model, @Nullable Integer status, int repairs, TokenUsage tokens) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The note of a run so far, or a new one. */
    public static RunNote of(PipelineSnapshot snapshot, String backend, @Nullable String model) {
        String stored = snapshot.extras().get(RecommendationPipeline.SHOWN_TO_ADMINS);
        if (stored == null) {
            return new RunNote(backend, model, null, 0, TokenUsage.NONE);
        }
        try {
            JsonNode note = JSON.readTree(stored);
            return new RunNote(
                    backend,
                    model,
                    null,
                    note.path("repairs").asInt(),
                    new TokenUsage(
                            note.path("prompt_tokens").asLong(),
                            note.path("completion_tokens").asLong()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A snapshot's note of its upstream cannot be read", e);
        }
    }

    /** The note with the tokens of one more call added. */
    public RunNote plus(TokenUsage usage) {
        return new RunNote(backend, model, status, repairs, tokens.plus(usage));
    }

    /** The note with one more repair. */
    public RunNote repaired() {
        return new RunNote(backend, model, status, repairs + 1, tokens);
    }

    /** The note with a permanent refusal. */
    public RunNote refused(int by) {
        return new RunNote(backend, model, by, repairs, tokens);
    }

    /** The snapshot with this note. */
    public PipelineSnapshot in(PipelineSnapshot snapshot) {
        Map<String, String> extras = new HashMap<>(snapshot.extras());
        extras.put(
                RecommendationPipeline.SHOWN_TO_ADMINS,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("backend", backend)
                        .put("model", model)
                        .put("status", status)
                        .put("repairs", repairs)
                        .put("prompt_tokens", tokens.prompt())
                        .put("completion_tokens", tokens.completion())
                        .toString());
        return snapshot.withExtras(extras);
    }
}
