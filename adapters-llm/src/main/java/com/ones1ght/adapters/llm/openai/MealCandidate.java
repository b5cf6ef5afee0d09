package com.ones1ght.adapters.llm.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.ones1ght.domain.chat.PipelineSnapshot;
import java.util.HashMap;
import java.util.Map;

/**
 * A usable meal that the store has not been asked about yet: it may need what the shopper must not get. The store is
 * asked in a call of its own, so that no answer that was paid for gets lost while it is unavailable.
 *
 * @param answer the model's; empty while there is none
 * @param rejected how many meals of the run needed forbidden products
 */
record MealCandidate(String answer, int rejected) {

    /** A model that insists has its meal accepted; the gateway then withholds the products, and says so. */
    private static final int MAX_REJECTED = 2;

    private static final String FIELD = "openai_candidate";
    private static final ObjectMapper JSON = new ObjectMapper();

    static MealCandidate of(PipelineSnapshot snapshot) {
        String stored = snapshot.extras().get(FIELD);
        if (stored == null) {
            return new MealCandidate("", 0);
        }
        try {
            JsonNode json = JSON.readTree(stored);
            return new MealCandidate(
                    json.path("answer").asText(), json.path("rejected").asInt());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A snapshot of this pipeline cannot be read", e);
        }
    }

    boolean isPresent() {
        return !answer.isEmpty();
    }

    boolean mayBeRejected() {
        return rejected < MAX_REJECTED;
    }

    MealCandidate with(String newAnswer) {
        return new MealCandidate(newAnswer, rejected);
    }

    MealCandidate reject() {
        return new MealCandidate("", rejected + 1);
    }

    PipelineSnapshot in(PipelineSnapshot snapshot) {
        Map<String, String> extras = new HashMap<>(snapshot.extras());
        extras.put(
                FIELD,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("answer", answer)
                        .put("rejected", rejected)
                        .toString());
        return snapshot.withExtras(extras);
    }
}
