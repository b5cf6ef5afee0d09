package com.ones1ght.adapters.rest.shared;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The origins whose web pages may call the API: {@code ones1ght.cors.origins}, separated by commas, for example
 * {@code https://shop.example}; {@code *} means any, nothing (the default) means none. Keys are sent in a header that the
 * page sets itself, never by cookie, so that allowing an origin does not give it anybody's key.
 */
@Dependent
public class CorsOrigins {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID, traceparent, tracestate, X-Request-Id";
    private static final String EXPOSED =
            "ETag, X-Request-Id, Retry-After, Idempotent-Replayed, RateLimit, RateLimit-Policy";
    private static final String PREFLIGHT_SECONDS = "600";

    private final Set<String> origins;

    @Inject
    public CorsOrigins(@ConfigProperty(name = "ones1ght.cors.origins") Optional<String> origins) {
        this.origins = Arrays.stream(origins.orElse("").split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The CORS headers of an answer to a page of this origin. */
    Map<String, String> headers(String origin, String method) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Vary", "Origin");
        if (origins.contains(origin) || origins.contains("*")) {
            headers.put("Access-Control-Allow-Origin", origin);
            if (method.equals("OPTIONS")) {
                headers.put("Access-Control-Allow-Methods", METHODS);
                headers.put("Access-Control-Allow-Headers", REQUEST_HEADERS);
                headers.put("Access-Control-Max-Age", PREFLIGHT_SECONDS);
            } else {
                headers.put("Access-Control-Expose-Headers", EXPOSED);
            }
        }
        return headers;
    }
}
