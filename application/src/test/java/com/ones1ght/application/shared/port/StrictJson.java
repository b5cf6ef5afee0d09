package com.ones1ght.application.shared.port;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** Reads JSON as RFC 8259 has it: one value, nothing behind it, no name twice, no comments. */
public final class StrictJson {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private StrictJson() {}

    /**
     * The value of a text.
     *
     * @param what names the text in the sentence of a failure
     * @throws AssertionError when the text is not exactly one JSON value
     */
    public static JsonNode value(String what, @Nullable String text) {
        if (text == null) {
            throw new AssertionError(what + " is null, but has to be a JSON text.");
        }
        try {
            JsonNode value = READER.readTree(text);
            if (value.isMissingNode()) {
                throw new AssertionError(what + " is empty, but has to be a JSON text.");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new AssertionError(
                    what + " is no JSON text: " + e.getOriginalMessage() + ". It was: " + start(text)
                            + ". Write it with a JSON library, or hand on what upstream sent as it is.",
                    e);
        }
    }

    /** The same, for a text that has to be an object. */
    public static JsonNode object(String what, @Nullable String text) {
        JsonNode value = value(what, text);
        if (!value.isObject()) {
            throw new AssertionError(what + " has to be a JSON object, but was: " + start(text) + ".");
        }
        return value;
    }

    private static String start(@Nullable String text) {
        String shown = String.valueOf(text);
        return shown.length() > 200 ? shown.substring(0, 200) + "…" : shown;
    }
}
