package com.ones1ght.adapters.rest.shared;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.Span;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.SpanRecorder.Role;
import com.ones1ght.domain.shared.ErrorCode;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** The span of a request to the API. It has the request's method and route, and never its path. */
final class RequestTrace {

    /** The name as long as the method is not known, as in OpenTelemetry's conventions. */
    private static final String UNNAMED = "HTTP";

    private RequestTrace() {}

    /** @param path below the context path, as it was sent */
    static Span begin(Tracing tracing, String path, Correlation correlation) {
        Tracing recorded = RawPath.isOfApi(path) ? tracing : Tracing.OFF;
        return recorded.begin(Role.SERVER, UNNAMED, correlation);
    }

    /** Ends the span with the answer, with what {@link RequestObserver} is told. */
    static void end(Span span, String method, String route, int status, @Nullable ErrorCode refusal) {
        if (span.isSampled()) {
            boolean isUsual = !method.equals(ObservedRequest.OTHER_METHOD);
            String name = isUsual ? method : UNNAMED;
            boolean isKnown = !route.equals(Routes.OTHER);
            span.named(isKnown ? name + " " + route : name)
                    .with("http.request.method", isUsual ? method : "_OTHER")
                    .with("http.route", isKnown ? route : null)
                    .with("com.ones1ght.refusal", refusal)
                    .withStatus(status, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
        span.end();
    }
}
