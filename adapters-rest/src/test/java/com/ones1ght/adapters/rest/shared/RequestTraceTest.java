package com.ones1ght.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.RecordedSpans;
import com.ones1ght.application.shared.RecordedSpans.Recorded;
import com.ones1ght.application.shared.Span;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.domain.shared.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTraceTest {

    private static final Correlation REQUEST = new Correlation("r1", null);

    private final RecordedSpans spans = new RecordedSpans();

    private Recorded ended(String method, String route, int status, @Nullable ErrorCode refusal) {
        Span span = RequestTrace.begin(new Tracing(spans), "/v1/profile/what a client wrote", REQUEST);
        RequestTrace.end(span, method, route, status, refusal);
        return spans.spans().get(0);
    }

    @Test
    void spanShouldHaveTheMethodAndTheRoute() {
        Recorded span = ended("GET", "/v1/profile/{profile_id}", 200, null);

        assertThat(span.name()).isEqualTo("GET /v1/profile/{profile_id}");
        assertThat(span.attributes())
                .isEqualTo(Map.of(
                        "http.request.method", "GET",
                        "http.route", "/v1/profile/{profile_id}",
                        "http.response.status_code", "200"));
        assertThat(span.ends()).hasSize(1);
    }

    @Test
    void methodAndRouteThatAreNotKnownShouldNotBeNamed() {
        Recorded span = ended(ObservedRequest.OTHER_METHOD, Routes.OTHER, 405, ErrorCode.METHOD_NOT_ALLOWED);

        assertThat(span.name()).isEqualTo("HTTP");
        assertThat(span.attributes())
                .isEqualTo(Map.of(
                        "http.request.method",
                        "_OTHER",
                        "http.response.status_code",
                        "405",
                        "com.ones1ght.refusal",
                        "METHOD_NOT_ALLOWED"));
    }

    @Test
    void onlyTheServersOwnFailuresShouldFailTheSpan() {
        assertThat(ended("GET", "/v1/*", 503, ErrorCode.UNAVAILABLE).attributes())
                .containsEntry("error.type", "503")
                .containsEntry("com.ones1ght.refusal", "UNAVAILABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/demo", "/health/ready", "/metrics", "/v10/profile"})
    void requestsOutsideOfTheApiShouldHaveNoSpan(String path) {
        Span span = RequestTrace.begin(new Tracing(spans), path, REQUEST);

        assertThat(span.correlation()).isEqualTo(REQUEST);
        assertThat(spans.spans()).isEmpty();
    }
}
