package com.ones1ght.adapters.llm.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Tokens that a model has read and written.
 *
 * @param prompt read, not negative
 * @param completion written, reasoning included, not negative
 */
public record TokenUsage(long prompt, long completion) {

    public static final TokenUsage NONE = new TokenUsage(0, 0);

    /** Beyond what any call can use; a server that says more is not believed. */
    private static final long MAX = 1_000_000_000;

    /** The {@code usage} of a chat completion; what is missing or beyond reason counts as none. */
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
