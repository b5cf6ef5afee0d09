package com.ones1ght.adapters.llm.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer of an upstream.
 *
 * @param status of HTTP
 * @param body missing ({@link JsonNode#isMissingNode()}) when there is none, and when that of a failure is not JSON
 * @param text the beginning of a failure's body, whatever it is; empty for 2xx. Upstream's own words: neither clients nor
 *     logs may see them
 * @param retryAfter how long upstream asks to wait; null when it does not say
 */
public record UpstreamReply(
        int status, JsonNode body, String text, @Nullable Duration retryAfter) {

    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
