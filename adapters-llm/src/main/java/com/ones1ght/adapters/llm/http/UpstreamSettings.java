package com.ones1ght.adapters.llm.http;

import com.ones1ght.domain.shared.Require;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an upstream is reached.
 *
 * @param name what logs and metrics call it
 * @param base the URL before each call's path
 * @param apiKey sent as bearer token; null sends none
 * @param connectTimeout for the connection
 * @param readTimeout for the answer's head, and for silence within its body
 * @param callTimeout for the whole exchange
 * @param maxConcurrency calls in flight at the most
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

    /** The base with {@code path}, which begins with a slash, behind it. */
    URI resolve(String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "UpstreamSettings[" + name + "]";
    }
}
