package com.ones1ght.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.CallObserver.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallMetricsTest {

    private final Metrics metrics = new Metrics();
    private final CallMetrics calls = new CallMetrics(metrics);

    @Test
    void callsShouldBeCountedByOutcomeAndTimedIfTheyWereMade() throws IOException {
        calls.show("signage-api");
        calls.ended("signage-api", Outcome.ANSWERED, Duration.ofMillis(250));
        calls.ended("signage-api", Outcome.ANSWERED, Duration.ofMillis(500));
        calls.ended("signage-api", Outcome.LIMIT_REACHED, Duration.ZERO);

        assertThat(shown())
                .contains("calls_total{outcome=\"answered\",upstream=\"signage-api\"} 2.0\n")
                .contains("calls_total{outcome=\"limit_reached\",upstream=\"signage-api\"} 1.0\n")
                .contains("calls_total{outcome=\"failed\",upstream=\"signage-api\"} 0.0\n")
                .contains("call_duration_seconds_count{upstream=\"signage-api\"} 2\n")
                .contains("call_duration_seconds_sum{upstream=\"signage-api\"} 0.75\n");
    }

    @Test
    void breakerShouldBeOpenFromTheFirstCallThatIsNotMade() throws IOException {
        calls.showWithBreaker("store-api");
        ended(Outcome.FAILED);
        assertThat(shown()).contains(breaker(0));

        ended(Outcome.BREAKER_OPEN);

        assertThat(shown()).contains(breaker(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWERED", "REFUSED", "BUSY"})
    void breakerShouldBeClosedByAnAnswer(Outcome answer) throws IOException {
        calls.showWithBreaker("store-api");
        ended(Outcome.BREAKER_OPEN);

        ended(answer);

        assertThat(shown()).contains(breaker(0));
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "TIMED_OUT", "DROPPED", "LIMIT_REACHED"})
    void breakerShouldStayOpenAfterAProbeThatFails(Outcome failure) throws IOException {
        calls.showWithBreaker("store-api");
        ended(Outcome.BREAKER_OPEN);

        ended(failure);

        assertThat(shown()).contains(breaker(1));
    }

    @Test
    void breakersThatTellTheirStateThemselvesShouldNotBeShownTwice() throws IOException {
        calls.ended("openai", Outcome.BREAKER_OPEN, Duration.ZERO);

        assertThat(shown()).doesNotContain("breakers_open");
    }

    private void ended(Outcome outcome) {
        calls.ended("store-api", outcome, Duration.ofMillis(1));
    }

    private static String breaker(int open) {
        return "ones1ght_upstream_breakers_open{upstream=\"store-api\"} " + open + ".0\n";
    }

    private String shown() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        TextFormats.accepted(List.of("text/plain")).write(text, metrics.snapshots());
        return text.toString(StandardCharsets.UTF_8);
    }
}
