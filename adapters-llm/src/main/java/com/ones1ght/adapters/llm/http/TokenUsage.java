package com.ones1ght.adapters.llm.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The tokens that a model has used.
 *
 * @param prompt tokens read, not negative
 * @param completion tokens written, including reasoning, not negative
 */
public record TokenUsage(long prompt, long completion) {

    public static final TokenUsage NONE = new TokenUsage(0, 0);

    /** More than any call can use; a higher count is ignored. */
    private static final long MAX = 1_000_000_000;

    /** The {@code usage} of a chat completion; a missing or implausible count is 0. */
    public static TokenUsage of(JsonNode usage) {
        return new TokenUsage(count(usage.path("prompt_tokens")), count(usage.path("completion_tokens")));
    }

    private static long count(JsonNode tokens) {
        boolean isCount = tokens.isIntegralNumber() && tokens.canConvertToLong();
        return isCount && tokens.longValue() >= 0 && tokens.longValue() <= MAX ? tokens.longValue() : 0;
    }

    TokenUsage plus(TokenUsage other) {
        return new TokenUsage(prompt + other.prompt, completion + other.completion);
    }
}
