package com.ones1ght.adapters.llm.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.llm.http.TokenUsage;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A model's answer.
 *
 * @param text the answer without the reasoning; may be empty
 * @param ending why the model stopped
 * @param usage the tokens used
 */
record Completion(String text, Ending ending, TokenUsage usage) {

    /** Reasoning precedes the answer; some templates open the block in the prompt. */
    private static final Pattern THINKING =
            Pattern.compile("\\A\\s*(?:<think>.*?(?:</think>|\\z)|(?![{\\[`]).*?</think>)", Pattern.DOTALL);

    /** Why a model stopped. */
    enum Ending {
        COMPLETE,
        CUT_OFF,
        REFUSED
    }

    /** Reads a chat completion; empty if it has no message. */
    static Optional<Completion> of(JsonNode body) {
        JsonNode choice = body.path("choices").path(0);
        JsonNode message = choice.path("message");
        if (!message.isObject()) {
            return Optional.empty();
        }
        String said = withoutThinking(text(message.path("content")));
        String text = said.isBlank() ? misplaced(message) : said;
        return Optional.of(new Completion(text, ending(choice, message, text), TokenUsage.of(body.path("usage"))));
    }

    private static String withoutThinking(String text) {
        return THINKING.matcher(text).replaceFirst("");
    }

    /** A string, or a list of parts, some of which are not part of the answer. */
    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asText("");
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            boolean isAnswer =
                    part.isTextual() || part.path("type").asText("text").endsWith("text");
            if (isAnswer) {
                text.append(
                        part.isTextual() ? part.textValue() : part.path("text").asText(""));
            }
        }
        return text.toString();
    }

    /** Servers that misjudge where the reasoning ends put the answer there. */
    private static String misplaced(JsonNode message) {
        for (String field : new String[] {"reasoning_content", "reasoning"}) {
            String reasoning = withoutThinking(message.path(field).asText(""));
            if (reasoning.stripLeading().startsWith("{")) {
                return reasoning;
            }
        }
        return "";
    }

    private static Ending ending(JsonNode choice, JsonNode message, String text) {
        String reason = choice.path("finish_reason").asText("");
        if (reason.equals("length")) {
            return Ending.CUT_OFF;
        }
        boolean isRefused = reason.equals("content_filter")
                || text.isBlank() && !message.path("refusal").asText("").isBlank();
        return isRefused ? Ending.REFUSED : Ending.COMPLETE;
    }
}
