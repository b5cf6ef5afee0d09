package com.ones1ght.adapters.rest.shared;

import com.ones1ght.application.shared.Correlation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headers of W3C Trace Context in a request. */
final class TraceHeaders {

    private TraceHeaders() {}

    /** A repeated {@code traceparent} counts as invalid; {@code tracestate} is a list and may be repeated. */
    static Correlation correlation(String requestId, HttpServletRequest request) {
        String traceparent = request.getHeader("traceparent");
        if (traceparent == null || values(request, "traceparent").size() > 1) {
            return new Correlation(requestId, null);
        }
        return Correlation.of(requestId, traceparent, joined(values(request, "tracestate")));
    }

    private static @Nullable String joined(List<String> values) {
        return values.isEmpty() ? null : String.join(",", values);
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
