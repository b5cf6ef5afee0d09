package com.ones1ght.bootstrap.wiring;

import com.ones1ght.bootstrap.telemetry.TelemetrySettings;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the settings of traces: the gateway's own, else those of OpenTelemetry, whose environment variables MicroProfile
 * Config knows by these names.
 */
final class TelemetryConfig {

    static final String TRACES = "ones1ght.telemetry.traces";
    static final String ENDPOINT = "ones1ght.telemetry.endpoint";
    static final String HEADERS = "ones1ght.telemetry.headers";
    static final String SAMPLING = "ones1ght.telemetry.sampling";
    static final String TIMEOUT = "ones1ght.telemetry.timeout";

    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[ -~]*");
    private static final String PATH = "/v1/traces";
    private static final String DEFAULT_ENDPOINT = "http://localhost:4318";
    private static final String DEFAULT_NAME = "ones1ght-gateway";

    private final Function<String, Optional<String>> values;

    /** @param values the value of a setting, by its name */
    TelemetryConfig(Function<String, Optional<String>> values) {
        this.values = values;
    }

    /**
     * The settings; empty when traces are off.
     *
     * @throws IllegalStateException when a value cannot be used; the sentence begins with the name of its setting
     */
    Optional<TelemetrySettings> read() {
        if (!value(TRACES).map(Boolean::parseBoolean).orElse(false)) {
            return Optional.empty();
        }
        return Optional.of(new TelemetrySettings(endpoint(), headers(), sampling(), timeout(), attributes()));
    }

    private URI endpoint() {
        if (value(ENDPOINT).isEmpty()
                && value("otel.exporter.otlp.traces.endpoint").isPresent()) {
            return URI.create(url("otel.exporter.otlp.traces.endpoint"));
        }
        String name = value(ENDPOINT).isPresent() ? ENDPOINT : "otel.exporter.otlp.endpoint";
        String base = value(name).isEmpty() ? DEFAULT_ENDPOINT : url(name);
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + PATH);
    }

    /** The exporter's client resolves no names with an underscore. */
    private String url(String name) {
        String url = checked(name, new SettingRule.HttpUrl());
        if (URI.create(url).getHost() == null) {
            throw new IllegalStateException(name + " has a host with an underscore, which cannot be used here.");
        }
        return url;
    }

    private Map<String, String> headers() {
        String setting = value(HEADERS).isPresent() ? HEADERS : "otel.exporter.otlp.headers";
        Map<String, String> headers = pairs(setting);
        headers.forEach((name, value) -> {
            if (!HEADER_NAME.matcher(name).matches()
                    || !HEADER_VALUE.matcher(value).matches()) {
                throw new IllegalStateException(setting + " has a header that cannot be sent.");
            }
        });
        return headers;
    }

    private double sampling() {
        String name = value(SAMPLING).isPresent() ? SAMPLING : "otel.traces.sampler.arg";
        return value(name).isEmpty() ? 1 : Double.parseDouble(checked(name, new SettingRule.Share()));
    }

    private Duration timeout() {
        return value(TIMEOUT).map(Duration::parse).orElse(Duration.ofSeconds(10));
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("service.name", DEFAULT_NAME);
        attributes.put("service.instance.id", UUID.randomUUID().toString());
        attributes.putAll(pairs("otel.resource.attributes"));
        value("otel.service.name").ifPresent(name -> attributes.put("service.name", name));
        return attributes;
    }

    /** {@code name=value,name=value}, with values encoded as in URLs. */
    private Map<String, String> pairs(String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : value(name).orElse("").split(",")) {
            int equals = pair.indexOf('=');
            if (!pair.isBlank() && equals < 1) {
                throw new IllegalStateException(name + " has to be a list of pairs: name=value,name=value.");
            }
            if (equals > 0) {
                pairs.put(
                        pair.substring(0, equals).strip(),
                        decoded(name, pair.substring(equals + 1).strip()));
            }
        }
        return pairs;
    }

    private static String decoded(String name, String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(name + " has a value that is not encoded as in URLs.");
        }
    }

    private String checked(String name, SettingRule rule) {
        String value = value(name).orElseThrow();
        SettingsCheck.check(name, rule, value);
        return value;
    }

    private Optional<String> value(String name) {
        return values.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }
}
