package com.ones1ght.adapters.rest.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** Checks paths as they were sent, before anything is decoded. */
final class RawPath {

    /** Matrix parameters, empty and dot segments, encoded separators, dots and controls, and broken encodings. */
    private static final Pattern AMBIGUOUS = Pattern.compile(
            ";|\\\\|//|/\\.{1,2}(/|$)|%(2f|5c|2e|3b|25|[01][0-9a-f]|7f)|%(?![0-9a-f]{2})|[^\\x21-\\x7e]");

    private static final Pattern API = Pattern.compile("(?s)/+v1([/;?%\\\\].*)?");

    private RawPath() {}

    /** Whether it is below {@code /v1}, however that is written. */
    static boolean isOfApi(String path) {
        return path.startsWith("/v1/") || API.matcher(path).matches();
    }

    static boolean isAmbiguous(String path) {
        return !isPlain(path)
                && AMBIGUOUS.matcher(path.toLowerCase(Locale.ROOT)).find();
    }

    /** The fast check that nearly every path passes: segments of letters, digits and hyphens. */
    private static boolean isPlain(String path) {
        char before = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean ofSegment = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
            if (!ofSegment && (c != '/' || before == '/')) {
                return false;
            }
            before = c;
        }
        return true;
    }
}
