package com.ones1ght.adapters.llm.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.adapters.llm.openai.Dialect.AnswerForm;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.domain.chat.Turn;
import com.ones1ght.domain.shared.Require;
import org.jspecify.annotations.Nullable;

/**
 * Writes the request for a meal.
 *
 * @param model the server's name of the model
 * @param maxTokens maximum number of tokens of an answer; null leaves it to the server
 */
record ChatRequest(String model, @Nullable Integer maxTokens) {

    private static final double TEMPERATURE = 0.4;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ChatRequest {
        Require.notBlank(model, "model");
        Require.that(maxTokens == null || maxTokens > 0, "max-tokens", "be positive");
    }

    ObjectNode in(Dialect dialect, PipelineRequest request, Repairs repairs) {
        ObjectNode question = JSON.objectNode().put("model", model);
        if (dialect.takesTemperature()) {
            question.put("temperature", TEMPERATURE);
        }
        addLimit(question, dialect);
        question.set("messages", messages(dialect, request, repairs));
        switch (dialect.form()) {
            case JSON_SCHEMA -> question.set("response_format", Instructions.form());
            case JSON_OBJECT -> question.putObject("response_format").put("type", "json_object");
            case TEXT -> {}
        }
        return question;
    }

    private void addLimit(ObjectNode question, Dialect dialect) {
        if (maxTokens != null) {
            switch (dialect.tokenLimit()) {
                case MAX_TOKENS -> question.put("max_tokens", maxTokens);
                case MAX_COMPLETION_TOKENS -> question.put("max_completion_tokens", maxTokens);
                case NONE -> {}
            }
        }
    }

    private static ArrayNode messages(Dialect dialect, PipelineRequest request, Repairs repairs) {
        // Some servers accept the schema without enforcing it, which shows in answers that need repairs.
        boolean needsSchema = dialect.form() != AnswerForm.JSON_SCHEMA || repairs.isNeeded();
        String task = Instructions.task(request.language(), needsSchema);
        ArrayNode messages = JSON.arrayNode();
        if (dialect.takesSystem()) {
            add(messages, "system", task);
        }
        for (Turn turn : request.history()) {
            add(messages, "user", turn.prompt());
            add(messages, "assistant", turn.mealJson());
        }
        add(messages, "user", request.userQuery());
        if (repairs.isNeeded()) {
            add(messages, "assistant", repairs.answer().isBlank() ? "(nothing)" : repairs.answer());
            add(messages, "user", "That cannot be used. " + repairs.problem() + " Answer again, in full.");
        }
        if (!dialect.takesSystem()) {
            ObjectNode first = (ObjectNode) messages.get(0);
            first.put("content", task + "\n\n" + first.path("content").asText());
        }
        return messages;
    }

    private static void add(ArrayNode messages, String role, String content) {
        messages.addObject().put("role", role).put("content", content);
    }
}
