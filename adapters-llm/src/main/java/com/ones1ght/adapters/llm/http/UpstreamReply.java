package com.ones1ght.adapters.llm.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer that says something: 2xx, or a 4xx other than 429.
 *
 * @param status of HTTP
 * @param body missing ({@link JsonNode#isMissingNode()}) when there is none, and when a 4xx's is not JSON
 */
public record UpstreamReply(int status, JsonNode body) {

    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
