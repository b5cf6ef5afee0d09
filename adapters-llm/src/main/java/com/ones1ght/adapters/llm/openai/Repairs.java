package com.ones1ght.adapters.llm.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.ones1ght.domain.chat.PipelineSnapshot;
import java.util.HashMap;
import java.util.Map;

/**
 * The model's answers of a run that were no meals, as the snapshot remembers them: how many, the last one, and what was
 * wrong with it.
 *
 * @param count 0 to {@value #MOST}
 * @param answer the last one; blank if there is none, cut if it was long
 * @param problem what the model is told of it
 */
record Repairs(int count, String answer, String problem) {

    /** After so many the run is given up. */
    static final int MOST = 8;

    private static final String FIELD = "openai_repairs";
    private static final int MOST_REMEMBERED = 8_000;
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
        return count >= MOST;
    }

    /** One more. */
    Repairs with(String badAnswer, String itsProblem) {
        return new Repairs(count + 1, cut(badAnswer), itsProblem);
    }

    /** Never within a character of two halves. */
    private static String cut(String text) {
        if (text.length() <= MOST_REMEMBERED) {
            return text;
        }
        boolean isHalf = Character.isHighSurrogate(text.charAt(MOST_REMEMBERED - 1));
        return text.substring(0, isHalf ? MOST_REMEMBERED - 1 : MOST_REMEMBERED);
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
