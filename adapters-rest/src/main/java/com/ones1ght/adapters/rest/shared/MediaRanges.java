package com.ones1ght.adapters.rest.shared;

import java.util.Locale;

/** Parses {@code Accept} and {@code Content-Type} as far as the API needs it (RFC 9110, 8.3 and 12.5.1). */
final class MediaRanges {

    private MediaRanges() {}

    /** Whether the header accepts JSON; the most specific range decides. */
    static boolean acceptJson(String accept) {
        return accept(accept, "application", "json");
    }

    /** Whether the header accepts an event stream. */
    static boolean acceptEvents(String accept) {
        return accept(accept, "text", "event-stream");
    }

    private static boolean accept(String accept, String type, String subtype) {
        if (accept.isBlank()) {
            return true;
        }
        int bestSpecificity = -1;
        boolean accepted = false;
        for (String range : accept.split(",")) {
            String[] parts = range.split(";", -1);
            int specificity = specificity(parts[0].strip().toLowerCase(Locale.ROOT), type, subtype);
            if (specificity > bestSpecificity) {
                bestSpecificity = specificity;
                accepted = !hasZeroQuality(parts);
            } else if (specificity >= 0 && specificity == bestSpecificity) {
                accepted |= !hasZeroQuality(parts);
            }
        }
        return accepted;
    }

    /** Whether the header is {@code application/json}, with UTF-8 if it names a charset. */
    static boolean isJson(String contentType) {
        String[] parts = contentType.split(";", -1);
        if (!parts[0].strip().equalsIgnoreCase("application/json")) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].strip().split("=", 2);
            if (parameter[0].strip().equalsIgnoreCase("charset")
                    && !(parameter.length == 2 && unquoted(parameter[1]).equalsIgnoreCase("utf-8"))) {
                return false;
            }
        }
        return true;
    }

    private static int specificity(String range, String type, String subtype) {
        if (range.equals(type + "/" + subtype)) {
            return 2;
        }
        if (range.equals(type + "/*")) {
            return 1;
        }
        return range.equals("*/*") || range.equals("*") ? 0 : -1;
    }

    private static boolean hasZeroQuality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].strip().toLowerCase(Locale.ROOT).matches("q\\s*=\\s*0(\\.0*)?")) {
                return true;
            }
        }
        return false;
    }

    private static String unquoted(String value) {
        String stripped = value.strip();
        boolean quoted = stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }
}
