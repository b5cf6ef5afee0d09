package com.ones1ght.adapters.llm.openai;

import java.util.Optional;

/**
 * What a server of chat completions takes. Servers differ by what they refuse, and which they are shows only then.
 *
 * @param form how the model is held to the form of its answer
 * @param tokenLimit the name of the parameter that limits the answer's length
 * @param takesTemperature whether it takes a {@code temperature} other than its own
 * @param takesSystem whether the model takes messages of the role {@code system}
 */
record Dialect(AnswerForm form, TokenLimit tokenLimit, boolean takesTemperature, boolean takesSystem) {

    /** That of OpenAI's own API; every other one is weaker. */
    static final Dialect FULL = new Dialect(AnswerForm.JSON_SCHEMA, TokenLimit.MAX_TOKENS, true, true);

    /** The values of {@code response_format}, the strongest first. */
    enum AnswerForm {
        JSON_SCHEMA,
        JSON_OBJECT,
        TEXT
    }

    /** The parameters that limit an answer's length, the oldest first. */
    enum TokenLimit {
        MAX_TOKENS,
        MAX_COMPLETION_TOKENS,
        NONE
    }

    /** What a server may refuse of a question. */
    enum Parameter {
        RESPONSE_FORMAT,
        TOKEN_LIMIT,
        TEMPERATURE,
        SYSTEM_ROLE
    }

    /** The next weaker dialect that does without this; empty when this one does already. */
    Optional<Dialect> without(Parameter refused) {
        return switch (refused) {
            case RESPONSE_FORMAT ->
                weaker(form, AnswerForm.values())
                        .map(next -> new Dialect(next, tokenLimit, takesTemperature, takesSystem));
            case TOKEN_LIMIT ->
                weaker(tokenLimit, TokenLimit.values())
                        .map(next -> new Dialect(form, next, takesTemperature, takesSystem));
            case TEMPERATURE ->
                takesTemperature ? Optional.of(new Dialect(form, tokenLimit, false, takesSystem)) : Optional.empty();
            case SYSTEM_ROLE ->
                takesSystem ? Optional.of(new Dialect(form, tokenLimit, takesTemperature, false)) : Optional.empty();
        };
    }

    private static <E extends Enum<E>> Optional<E> weaker(E one, E[] all) {
        int next = one.ordinal() + 1;
        return next < all.length ? Optional.of(all[next]) : Optional.empty();
    }
}
