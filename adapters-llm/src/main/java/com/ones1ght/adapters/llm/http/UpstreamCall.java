package com.ones1ght.adapters.llm.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.domain.shared.Require;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of an upstream.
 *
 * @param method the HTTP method
 * @param path appended to the upstream's base URL; starts with a slash, is already escaped
 * @param body sent as JSON; null sends none
 * @param passedOn headers that are passed on unchanged, such as {@code traceparent} and {@code X-Request-Id}
 */
public record UpstreamCall(
        String method, String path, @Nullable JsonNode body, Map<String, String> passedOn) {

    public UpstreamCall {
        Require.notBlank(method, "method");
        Require.that(path.startsWith("/"), "path", "begin with a slash");
        passedOn = Map.copyOf(passedOn);
    }

    /** The correlation headers of the client's request, else those that name the run. */
    public static Map<String, String> passedOn(PipelineRequest request) {
        Correlation current = Correlation.current();
        return current == null ? Map.of("X-Request-Id", request.requestId()) : current.headers();
    }

    public static UpstreamCall get(String path) {
        return new UpstreamCall("GET", path, null, Map.of());
    }

    public static UpstreamCall post(String path, JsonNode body) {
        return new UpstreamCall("POST", path, body, Map.of());
    }

    public static UpstreamCall delete(String path) {
        return new UpstreamCall("DELETE", path, null, Map.of());
    }
}
