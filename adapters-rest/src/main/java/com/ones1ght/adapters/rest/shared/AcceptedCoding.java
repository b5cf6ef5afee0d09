package com.ones1ght.adapters.rest.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code Accept-Encoding} (RFC 9110, 12.5.3). */
final class AcceptedCoding {

    private AcceptedCoding() {}

    /** Whether the client takes gzip, and does not prefer the plain answer; without the header it does not. */
    static boolean isGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        float gzip = -1;
        float identity = -1;
        float any = -1;
        for (String element : header.split(",")) {
            int semicolon = element.indexOf(';');
            String coding = (semicolon < 0 ? element : element.substring(0, semicolon)).strip();
            float weight = semicolon < 0 ? 1 : weight(element.substring(semicolon + 1));
            switch (coding.toLowerCase(Locale.ROOT)) {
                case "gzip", "x-gzip" -> gzip = Math.max(gzip, weight);
                case "identity" -> identity = Math.max(identity, weight);
                case "*" -> any = Math.max(any, weight);
                default -> {}
            }
        }
        float wanted = gzip < 0 ? any : gzip;
        return wanted > 0 && wanted >= identity;
    }

    /** The value of {@code q}; a malformed one counts as 0, which at worst leaves an answer uncompressed. */
    private static float weight(String parameters) {
        for (String parameter : parameters.split(";")) {
            String stripped = parameter.strip();
            if (stripped.regionMatches(true, 0, "q=", 0, 2)) {
                String value = stripped.substring(2).strip();
                return value.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Float.parseFloat(value) : 0;
            }
        }
        return 1;
    }
}
