package com.ones1ght.adapters.llm.llmdemo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.adapters.llm.http.UpstreamCall;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.domain.chat.Turn;
import org.jspecify.annotations.Nullable;

/** The calls of an llm-demo server, as {@code docs/upstreams.md} describes them. */
final class SessionCalls {

    private static final String SESSIONS = "/sessions";

    private SessionCalls() {}

    static UpstreamCall open(PipelineRequest request) {
        return call(request, "POST", SESSIONS, locale(request));
    }

    static UpstreamCall recommend(PipelineRequest request, String session) {
        ArrayNode history = JsonNodeFactory.instance.arrayNode();
        for (Turn turn : request.history()) {
            history.addObject().put("role", "user").put("content", turn.prompt());
            history.addObject().put("role", "assistant").put("content", turn.mealJson());
        }
        ObjectNode question = locale(request);
        question.put("request_id", request.requestId()).put("user_query", request.userQuery());
        question.set("conversation_history", history);
        return call(request, "POST", path(session) + "/recommend", question);
    }

    static UpstreamCall poll(PipelineRequest request, String session) {
        return call(request, "GET", path(session), null);
    }

    static UpstreamCall delete(String session) {
        return UpstreamCall.delete(path(session));
    }

    private static String path(String session) {
        return SESSIONS + "/" + session;
    }

    private static ObjectNode locale(PipelineRequest request) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("locale", request.language().code());
    }

    /** Carries the headers that let the upstream's log be correlated with the client's or the gateway's. */
    private static UpstreamCall call(PipelineRequest request, String method, String path, @Nullable JsonNode body) {
        return new UpstreamCall(method, path, body, UpstreamCall.passedOn(request));
    }
}
