package com.ones1ght.domain.model;

import com.ones1ght.domain.shared.Require;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where tenants' models may be: what the operator allows, so that nobody makes the gateway call what only it can reach.
 *
 * @param allowed whole URLs, or beginnings of URLs that end with {@code /*}; none allow nothing
 */
public record ModelUrls(List<String> allowed) {

    private static final String ANY_PATH = "/*";

    /**
     * Scheme, host (with the underscores of compose files), port and path; without user, query and fragment. The path is
     * a single class of characters: matching a repeated group takes a stack frame for each repetition.
     */
    private static final Pattern PLAIN =
            Pattern.compile("https?://(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?"
                    + "(?:/[A-Za-z0-9._~!$&'()*+,;=:@/%-]*)?");

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** What some servers read as the way up, or as another way. */
    private static final Pattern AMBIGUOUS = Pattern.compile("\\.\\.|%(?i:2e|2f|5c|25)");

    public ModelUrls {
        allowed = List.copyOf(allowed);
        allowed.forEach(ModelUrls::check);
    }

    private static void check(String pattern) {
        boolean isHttp = pattern.startsWith("http://") || pattern.startsWith("https://");
        // The slash that ends the host has to be there, or the beginning of one host would be that of others.
        boolean hasHost = pattern.indexOf('/', "https://".length()) > 0 || !pattern.endsWith("*");
        Require.that(
                isHttp && hasHost, "model-urls", "be http or https URLs, or beginnings of them with /* at the end");
    }

    /** Whether a model may be there: nothing in it may be read in two ways, or it would not be where it seems to be. */
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
