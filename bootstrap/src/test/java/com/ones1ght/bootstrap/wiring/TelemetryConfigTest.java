package com.ones1ght.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.bootstrap.telemetry.TelemetrySettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelemetryConfigTest {

    private static Optional<TelemetrySettings> read(Map<String, String> settings) {
        return new TelemetryConfig(name -> Optional.ofNullable(settings.get(name))).read();
    }

    private static TelemetrySettings on(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("ones1ght.telemetry.traces", "true");
        return read(all).orElseThrow();
    }

    @Test
    void tracesShouldBeOffUnlessSwitchedOn() {
        assertThat(read(Map.of())).isEmpty();
        assertThat(read(Map.of("otel.exporter.otlp.endpoint", "http://collector:4318")))
                .isEmpty();
    }

    @Test
    void defaultsShouldSuitACollectorOnTheSameMachine() {
        TelemetrySettings settings = on(Map.of());

        assertThat(settings.endpoint()).hasToString("http://localhost:4318/v1/traces");
        assertThat(settings.sampling()).isEqualTo(1);
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.headers()).isEmpty();
        assertThat(settings.attributes())
                .containsEntry("service.name", "ones1ght-gateway")
                .containsKey("service.instance.id");
    }

    @Test
    void standardNamesShouldBeUnderstood() {
        TelemetrySettings settings = on(Map.of(
                "otel.exporter.otlp.endpoint", "https://collector.example/otlp/",
                "otel.exporter.otlp.headers", "api-key=a%20b+c, x=1",
                "otel.traces.sampler.arg", "0.25",
                "otel.service.name", "gateway-eu",
                "otel.resource.attributes", "deployment.environment.name=prod,service.name=other"));

        assertThat(settings.endpoint()).hasToString("https://collector.example/otlp/v1/traces");
        assertThat(settings.headers()).isEqualTo(Map.of("api-key", "a b+c", "x", "1"));
        assertThat(settings.sampling()).isEqualTo(0.25);
        assertThat(settings.attributes())
                .containsEntry("service.name", "gateway-eu")
                .containsEntry("deployment.environment.name", "prod");
        assertThat(on(Map.of("otel.exporter.otlp.traces.endpoint", "http://c:1/spans"))
                        .endpoint())
                .hasToString("http://c:1/spans");
    }

    @Test
    void ownNamesShouldComeFirst() {
        TelemetrySettings settings = on(Map.of(
                "ones1ght.telemetry.endpoint", "http://mine:4318",
                "ones1ght.telemetry.headers", "a=1",
                "ones1ght.telemetry.sampling", "0",
                "otel.exporter.otlp.traces.endpoint", "http://c:1/spans",
                "otel.exporter.otlp.headers", "b=2",
                "otel.traces.sampler.arg", "1"));

        assertThat(settings.endpoint()).hasToString("http://mine:4318/v1/traces");
        assertThat(settings.headers()).isEqualTo(Map.of("a", "1"));
        assertThat(settings.sampling()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "otel.exporter.otlp.endpoint, collector:4317",
        "ones1ght.telemetry.endpoint, http://otel_collector:4318",
        "otel.exporter.otlp.traces.endpoint, grpc://collector",
        "otel.traces.sampler.arg, 2",
        "otel.traces.sampler.arg, -0.1",
        "otel.traces.sampler.arg, NaN",
        "ones1ght.telemetry.headers, secret",
        "ones1ght.telemetry.headers, a=%zz",
        "ones1ght.telemetry.headers, a=%0d%0ab",
        "ones1ght.telemetry.headers, a b=c",
        "otel.resource.attributes, =x"
    })
    void valueThatCannotBeUsedShouldBeNamedWithItsSetting(String name, String value) {
        assertThatThrownBy(() -> on(Map.of(name, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(name);
    }
}
