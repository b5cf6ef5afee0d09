package com.ones1ght.adapters.llm.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.util.Map;

/** The requests by which calls are made of an upstream. Thread-safe. */
record UpstreamRequests(UpstreamSettings settings, HostNames names) {

    /**
     * @param correlation headers that take the place of those that the call passes on
     * @throws UnknownHostException if the upstream's name has no address
     */
    HttpRequest of(UpstreamCall call, Map<String, String> correlation) throws UnknownHostException {
        JsonNode body = call.body();
        HttpRequest.Builder builder = names.to(settings.resolve(call.path()))
                .timeout(settings.readTimeout())
                .header("Accept", "application/json")
                .method(
                        call.method(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()));
        if (body != null) {
            builder.header("Content-Type", "application/json");
        }
        if (settings.apiKey() != null) {
            builder.header("Authorization", "Bearer " + settings.apiKey());
        }
        call.passedOn().forEach(builder::setHeader);
        correlation.forEach(builder::setHeader);
        return builder.build();
    }
}
