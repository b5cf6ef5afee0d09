package com.ones1ght.adapters.signage.embedded;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The query of a URL, decoded as UTF-8 as browsers send it: containers decode ISO 8859-1, unless configured otherwise
 * in a proprietary way.
 *
 * @param raw the undecoded query; null if there is none
 */
record Query(@Nullable String raw) {

    /** The first value of this name; null if there is none, or its escapes are malformed. */
    @Nullable
    String value(String name) {
        return raw == null
                ? null
                : Arrays.stream(raw.split("&"))
                        .filter(parameter -> parameter.startsWith(name + "="))
                        .findFirst()
                        .map(parameter -> decoded(parameter.substring(name.length() + 1)))
                        .orElse(null);
    }

    private static @Nullable String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
