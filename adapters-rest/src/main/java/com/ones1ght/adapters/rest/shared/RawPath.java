package com.ones1ght.adapters.rest.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** Looks at paths as they came, before anything is decoded. */
final class RawPath {

    /** Matrix parameters, empty and dot segments, encoded separators, dots and controls, and broken encodings. */
    private static final Pattern AMBIGUOUS = Pattern.compile(
            ";|\\\\|//|/\\.{1,2}(/|$)|%(2f|5c|2e|3b|25|[01][0-9a-f]|7f)|%(?![0-9a-f]{2})|[^\\x21-\\x7e]");

    private RawPath() {}

    /** Whether it lies below {@code /v1}, however that is written. */
    static boolean isOfApi(String path) {
        return path.replaceFirst("^/+", "/").matches("(?s)/v1([/;?%\\\\].*)?");
    }

    static boolean isAmbiguous(String path) {
        return AMBIGUOUS.matcher(path.toLowerCase(Locale.ROOT)).find();
    }
}
