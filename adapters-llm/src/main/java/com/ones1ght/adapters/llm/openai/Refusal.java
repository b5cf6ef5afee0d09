package com.ones1ght.adapters.llm.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.llm.http.UpstreamReply;
import com.ones1ght.adapters.llm.openai.Dialect.Parameter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer by which a server refuses a question. The body may be OpenAI's error object, an error that is a text, a
 * validator's list, or plain text: it is read for the name of the parameter at fault alone.
 */
record Refusal(UpstreamReply reply) {

    /** By which servers refuse a parameter; some take it for a defect of their own. */
    private static final Set<Integer> OF_A_PARAMETER = Set.of(400, 422, 500, 501);

    private static final Set<Integer> WAITED_FOR = Set.of(408, 409, 425, 429);

    /** The parameters as the API calls them. */
    private static final Map<Parameter, Pattern> NAMES = Map.of(
            Parameter.RESPONSE_FORMAT, Pattern.compile("response_format|json_schema|json_object"),
            Parameter.TOKEN_LIMIT, Pattern.compile("max_completion_tokens|max_tokens"),
            Parameter.TEMPERATURE, Pattern.compile("temperature"),
            Parameter.SYSTEM_ROLE,
                    Pattern.compile("messages\\[0]\\.role|system role|role[: ]*['\"`]?system|system messages?\\b"));

    /** What servers say of an answer's form that they cannot hold a model to, without naming the parameter. */
    private static final Pattern ABOUT_THE_FORM =
            Pattern.compile("grammar|schema|structured output|guided decoding|json mode");

    private static final Pattern CODE = Pattern.compile("[a-z][a-z_]{2,40}");

    /** Whether the same question may be answered later. */
    boolean isForNow() {
        return WAITED_FOR.contains(reply.status()) || reply.status() >= 500;
    }

    /** What the server does not take; empty when it refuses something else. */
    Optional<Parameter> parameter() {
        if (!OF_A_PARAMETER.contains(reply.status())) {
            return Optional.empty();
        }
        JsonNode told = reply.body().path("error").path("param");
        String words = reply.text().toLowerCase(Locale.ROOT);
        return firstNamed(told.asText("").toLowerCase(Locale.ROOT))
                .or(() -> firstNamed(words))
                .or(() -> reply.status() < 500 && ABOUT_THE_FORM.matcher(words).find()
                        ? Optional.of(Parameter.RESPONSE_FORMAT)
                        : Optional.empty());
    }

    /** The first one, since what follows is often what to use instead. */
    private static Optional<Parameter> firstNamed(String words) {
        Parameter first = null;
        int place = Integer.MAX_VALUE;
        for (Map.Entry<Parameter, Pattern> name : NAMES.entrySet()) {
            Matcher found = name.getValue().matcher(words);
            if (found.find() && found.start() < place) {
                first = name.getKey();
                place = found.start();
            }
        }
        return Optional.ofNullable(first);
    }

    /** The server's code for it, if it is a plain word, so that nothing else of what it says reaches a log. */
    @Nullable
    String code() {
        JsonNode error = reply.body().path("error");
        String code = error.path("code").asText("");
        return CODE.matcher(code).matches() ? code : null;
    }
}
