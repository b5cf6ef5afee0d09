package com.ones1ght.adapters.llm.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.ones1ght.domain.chat.PipelineSnapshot;
import java.util.HashMap;
import java.util.Map;

/**
 * The unusable answers of a run, as stored in its snapshot: their number, the last one, and what was wrong with it.
 *
 * @param count 0 to {@value #MAX}
 * @param answer the last one; blank if there is none, truncated if long
 * @param problem the description of the error that is sent to the model
 */
record Repairs(int count, String answer, String problem) {

    /** The run fails after that many repairs. */
    static final int MAX = 8;

    private static final String FIELD = "openai_repairs";
    private static final int MAX_ANSWER_LENGTH = 8_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    static Repairs of(PipelineSnapshot snapshot) {
        String stored = snapshot.extras().get(FIELD);
        if (stored == null) {
            return new Repairs(0, "", "");
        }
        try {
            JsonNode json = JSON.readTree(stored);
            return new Repairs(
                    json.path("count").asInt(),
                    json.path("answer").asText(),
                    json.path("problem").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A snapshot of this pipeline cannot be read", e);
        }
    }

    boolean isNeeded() {
        return count > 0;
    }

    boolean areExhausted() {
        return count >= MAX;
    }

    /** The repairs with one more unusable answer. */
    Repairs with(String badAnswer, String itsProblem) {
        return new Repairs(count + 1, cut(badAnswer), itsProblem);
    }

    /** Never splits a surrogate pair. */
    private static String cut(String text) {
        if (text.length() <= MAX_ANSWER_LENGTH) {
            return text;
        }
        boolean isHalf = Character.isHighSurrogate(text.charAt(MAX_ANSWER_LENGTH - 1));
        return text.substring(0, isHalf ? MAX_ANSWER_LENGTH - 1 : MAX_ANSWER_LENGTH);
    }

    PipelineSnapshot in(PipelineSnapshot snapshot) {
        Map<String, String> extras = new HashMap<>(snapshot.extras());
        extras.put(
                FIELD,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("count", count)
                        .put("answer", answer)
                        .put("problem", problem)
                        .toString());
        return snapshot.withExtras(extras);
    }
}
