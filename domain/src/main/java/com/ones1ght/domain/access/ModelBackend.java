package com.ones1ght.domain.access;

import java.util.Arrays;
import java.util.Optional;

/** What a model speaks. */
public enum ModelBackend {
    /** The gateway's own demonstration pipeline, in the process. */
    EMBEDDED("embedded"),
    /** The llm-demo server's sessions over HTTP. */
    LLM_DEMO("llm-demo"),
    /** Any server with OpenAI's chat completions over HTTP. */
    OPENAI("openai");

    private final String tag;

    ModelBackend(String tag) {
        this.tag = tag;
    }

    /** The word on the wire and in the configuration. */
    public String tag() {
        return tag;
    }

    /** The backend of this word, which is told apart by case. */
    public static Optional<ModelBackend> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(backend -> backend.tag().equals(tag))
                .findFirst();
    }
}
