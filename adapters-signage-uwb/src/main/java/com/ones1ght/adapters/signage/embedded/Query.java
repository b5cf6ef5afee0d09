package com.ones1ght.adapters.signage.embedded;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The query of an address, whose values are UTF-8 as browsers send them: containers decode them as ISO 8859-1, unless
 * they are told otherwise in a way of their own.
 *
 * @param raw as it came, with its percent escapes; null when there is none
 */
record Query(@Nullable String raw) {

    /** The first value of this name; null when there is none, or its escapes are malformed. */
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
