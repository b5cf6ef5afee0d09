package com.ones1ght.bootstrap.telemetry;

import com.ones1ght.domain.shared.Require;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Where spans are sent, and which.
 *
 * @param endpoint the collector's address for spans, {@code …/v1/traces} included
 * @param headers sent with each export, such as a credential
 * @param sampling the share of the traces begun here that is recorded, 0 to 1; other traces are recorded if their
 *     sender records them
 * @param timeout of an export with its repetitions
 * @param attributes of the resource: the service's name, its version, this node
 */
public record TelemetrySettings(
        URI endpoint, Map<String, String> headers, double sampling, Duration timeout, Map<String, String> attributes) {

    public TelemetrySettings {
        Require.notNull(endpoint, "endpoint");
        Require.that(sampling >= 0 && sampling <= 1, "sampling", "be from 0 to 1");
        Require.that(timeout.compareTo(Duration.ZERO) > 0, "timeout", "be above zero");
        headers = Map.copyOf(headers);
        attributes = Map.copyOf(attributes);
    }

    /** Omits the headers. */
    @Override
    public String toString() {
        return "TelemetrySettings[" + endpoint + "]";
    }
}
