package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;
import java.util.List;

/**
 * Where tenants' models may be: what the operator allows, so that nobody makes the gateway call what only it can reach.
 *
 * @param allowed whole URLs, or beginnings of URLs that end with {@code /*}; none allow nothing
 */
public record ModelUrls(List<String> allowed) {

    private static final String ANY_PATH = "/*";

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

    /** Whether a model may be there. */
    public boolean allow(String url) {
        boolean isPlain =
                !url.contains("..") && url.indexOf('\\') < 0 && url.chars().allMatch(c -> c > ' ' && c < 0x7f);
        return isPlain && allowed.stream().anyMatch(pattern -> matches(pattern, url));
    }

    private static boolean matches(String pattern, String url) {
        return pattern.endsWith(ANY_PATH)
                ? url.startsWith(pattern.substring(0, pattern.length() - 1))
                : url.equals(pattern);
    }
}
