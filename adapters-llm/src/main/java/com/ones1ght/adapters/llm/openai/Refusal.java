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
 * An answer that rejects a request. The body may be OpenAI's error object, an error string, a validator's list, or
 * plain text: it is only searched for the name of the invalid parameter.
 */
record Refusal(UpstreamReply reply) {

    /** The statuses with which servers reject a parameter; some report a server error. */
    private static final Set<Integer> OF_A_PARAMETER = Set.of(400, 422, 500, 501);

    private static final Set<Integer> WAITED_FOR = Set.of(408, 409, 425, 429);

    /** The API's names of the parameters. */
    private static final Map<Parameter, Pattern> NAMES = Map.of(
            Parameter.RESPONSE_FORMAT, Pattern.compile("response_format|json_schema|json_object"),
            Parameter.TOKEN_LIMIT, Pattern.compile("max_completion_tokens|max_tokens"),
            Parameter.TEMPERATURE, Pattern.compile("temperature"),
            Parameter.SYSTEM_ROLE,
                    Pattern.compile("messages\\[0]\\.role|system role|role[: ]*['\"`]?system|system messages?\\b"));

    /** How servers report, without naming the parameter, that they cannot enforce the form of an answer. */
    private static final Pattern ABOUT_THE_FORM =
            Pattern.compile("grammar|schema|structured output|guided decoding|json mode");

    private static final Pattern CODE = Pattern.compile("[a-z][a-z_]{2,40}");

    /** Whether the same request may succeed later. */
    boolean isForNow() {
        return WAITED_FOR.contains(reply.status()) || reply.status() >= 500;
    }

    /** The parameter that the server rejects; empty if the rejection has another reason. */
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

    /** The first one, since messages often name the alternative after it. */
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

    /** The server's error code, if it is a plain word, so that no other text of the server is logged. */
    @Nullable
    String code() {
        JsonNode error = reply.body().path("error");
        String code = error.path("code").asText("");
        return CODE.matcher(code).matches() ? code : null;
    }
}
