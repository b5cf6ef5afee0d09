package com.ones1ght.adapters.llm.http;

import com.ones1ght.domain.shared.Require;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The connection to an upstream.
 *
 * @param name its name in logs and metrics
 * @param base the base URL of all calls
 * @param apiKey sent as bearer token; null sends none
 * @param readTimeout limits the wait for the head of the answer, and the silence within its body
 * @param callTimeout limits the whole exchange
 * @param maxConcurrency maximum number of calls in flight
 */
public record UpstreamSettings(
        String name,
        URI base,
        @Nullable String apiKey,
        Duration connectTimeout,
        Duration readTimeout,
        Duration callTimeout,
        int maxConcurrency) {

    public UpstreamSettings {
        Require.notBlank(name, "name");
        Require.notNull(base, "base");
        Require.that(
                ("http".equals(base.getScheme()) || "https".equals(base.getScheme()))
                        && UpstreamHost.of(base).isPresent()
                        && base.getRawQuery() == null
                        && base.getRawFragment() == null,
                name + ".url",
                "be an http or https URL without credentials, query and fragment");
        Require.that(
                apiKey == null || apiKey.chars().allMatch(c -> c > ' ' && c < 0x7f),
                name + ".api-key",
                "consist of visible ASCII characters");
        requirePositive(connectTimeout, name + ".connect-timeout");
        requirePositive(readTimeout, name + ".read-timeout");
        requirePositive(callTimeout, name + ".call-timeout");
        Require.that(maxConcurrency > 0, name + ".max-concurrency", "be positive");
    }

    private static void requirePositive(Duration duration, String field) {
        Require.that(!duration.isNegative() && !duration.isZero(), field, "be positive");
    }

    /** Appends {@code path}, which starts with a slash, to the base URL. */
    URI resolve(String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }

    /** Omits the key. */
    @Override
    public String toString() {
        return "UpstreamSettings[" + name + "]";
    }
}
