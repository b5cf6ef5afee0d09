package com.ones1ght.adapters.llm.openai;

import java.util.Optional;

/**
 * The parameters that a chat completion server accepts. Servers differ, and what they reject is only known after a
 * request.
 *
 * @param form how the form of the answer is enforced
 * @param tokenLimit the parameter that limits the length of the answer
 * @param takesTemperature whether {@code temperature} is accepted
 * @param takesSystem whether messages of the role {@code system} are accepted
 */
record Dialect(AnswerForm form, TokenLimit tokenLimit, boolean takesTemperature, boolean takesSystem) {

    /** All of OpenAI's own API. */
    static final Dialect FULL = new Dialect(AnswerForm.JSON_SCHEMA, TokenLimit.MAX_TOKENS, true, true);

    /** The values of {@code response_format}, strictest first. */
    enum AnswerForm {
        JSON_SCHEMA,
        JSON_OBJECT,
        TEXT
    }

    /** The parameters that limit the length of an answer, oldest first. */
    enum TokenLimit {
        MAX_TOKENS,
        MAX_COMPLETION_TOKENS,
        NONE
    }

    /** The parameters that a server may reject. */
    enum Parameter {
        RESPONSE_FORMAT,
        TOKEN_LIMIT,
        TEMPERATURE,
        SYSTEM_ROLE
    }

    /** The next weaker dialect without this parameter; empty if this dialect does not use it. */
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
