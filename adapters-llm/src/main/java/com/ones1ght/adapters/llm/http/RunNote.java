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
 * What a run's snapshot keeps of its upstream for the tenant's admins. Holds neither credentials nor upstream's words.
 *
 * @param backend the upstream's name in logs and metrics
 * @param model by which name upstream knows the model; null where it chooses itself
 * @param status the status of HTTP by which upstream refused for good; null while it has not
 * @param repairs how many answers were sent back as unusable
 * @param tokens used by all calls of the run, as far as upstream says
 */
public record RunNote(
        String backend, @Nullable String model, @Nullable Integer status, int repairs, TokenUsage tokens) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The note of a run so far; a new one when there is none. */
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

    /** The same, with the tokens of one more call. */
    public RunNote plus(TokenUsage usage) {
        return new RunNote(backend, model, status, repairs, tokens.plus(usage));
    }

    /** The same, with one more answer that was sent back. */
    public RunNote repaired() {
        return new RunNote(backend, model, status, repairs + 1, tokens);
    }

    /** The same, refused for good. */
    public RunNote refused(int by) {
        return new RunNote(backend, model, by, repairs, tokens);
    }

    /** The snapshot with this note in the place of the former. */
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
