package com.ones1ght.domain.model;

import com.ones1ght.domain.shared.Require;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The addresses that the operator permits for tenants' models. They keep tenants from directing the gateway to internal
 * hosts (server-side request forgery).
 *
 * @param allowed whole URLs, or URL prefixes that end with {@code /*}; empty permits none
 */
public record ModelUrls(List<String> allowed) {

    private static final String ANY_PATH = "/*";

    /**
     * Scheme, host (underscores as in compose files), port and path; no user, query or fragment. The path is a single
     * character class: a repeated group would take a stack frame for each repetition.
     */
    private static final Pattern PLAIN =
            Pattern.compile("https?://(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?"
                    + "(?:/[A-Za-z0-9._~!$&'()*+,;=:@/%-]*)?");

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** Sequences that some servers resolve to another path. */
    private static final Pattern AMBIGUOUS = Pattern.compile("\\.\\.|%(?i:2e|2f|5c|25)");

    public ModelUrls {
        allowed = List.copyOf(allowed);
        allowed.forEach(ModelUrls::check);
    }

    private static void check(String pattern) {
        boolean isHttp = pattern.startsWith("http://") || pattern.startsWith("https://");
        // Without the slash after the host the prefix would also match other hosts.
        boolean hasHost = pattern.indexOf('/', "https://".length()) > 0 || !pattern.endsWith("*");
        Require.that(isHttp && hasHost, "model-urls", "be http or https URLs, or prefixes of them with /* at the end");
    }

    /** Whether the URL is permitted. URLs that servers may interpret in different ways never are. */
    public boolean allow(String url) {
        return isPlain(url) && allowed.stream().anyMatch(pattern -> matches(pattern, url));
    }

    private static boolean isPlain(String url) {
        return PLAIN.matcher(url).matches()
                && !BROKEN_ESCAPE.matcher(url).find()
                && !AMBIGUOUS.matcher(url).find();
    }

    private static boolean matches(String pattern, String url) {
        return pattern.endsWith(ANY_PATH)
                ? url.startsWith(pattern.substring(0, pattern.length() - 1))
                : url.equals(pattern);
    }
}
