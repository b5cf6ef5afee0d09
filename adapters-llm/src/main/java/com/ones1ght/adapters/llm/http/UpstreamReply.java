package com.ones1ght.adapters.llm.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer of an upstream.
 *
 * @param status the HTTP status
 * @param body a missing node ({@link JsonNode#isMissingNode()}) if there is none, or if that of a failure is not JSON
 * @param text the beginning of a failure's body; empty for 2xx. Must not be shown to clients or logged
 * @param retryAfter the requested retry delay; null if none is given
 */
public record UpstreamReply(
        int status, JsonNode body, String text, @Nullable Duration retryAfter) {

    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
