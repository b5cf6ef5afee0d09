package com.ones1ght.bootstrap.launcher.http;

/** A host with an optional port, as in the {@code Host} header (RFC 3986, 3.2.2 and 3.2.3). */
final class Authority {

    private static final int MAX_PORT = 65_535;

    private Authority() {}

    /** @throws RefusedRequestException if it is malformed; an empty one is not */
    static void check(Octets authority) {
        int end = authority.length();
        int i = 0;
        if (end > 0 && authority.at(0) == '[') {
            i++;
            while (i < end && isOfAddress(authority.at(i))) {
                i++;
            }
            if (i >= end || authority.at(i) != ']') {
                throw malformed();
            }
            i++;
        } else {
            while (i < end && isOfName(authority.at(i))) {
                i++;
            }
        }
        if (i < end) {
            checkPort(authority, i);
        }
    }

    private static void checkPort(Octets authority, int colon) {
        if (authority.at(colon) != ':') {
            throw malformed();
        }
        int port = 0;
        for (int i = colon + 1; i < authority.length(); i++) {
            int digit = authority.at(i) - '0';
            if (digit < 0 || digit > 9) {
                throw malformed();
            }
            port = port * 10 + digit;
            if (port > MAX_PORT) {
                throw malformed();
            }
        }
    }

    private static boolean isOfAddress(int c) {
        return isAlphanumeric(c) || c == ':' || c == '.' || c == '%';
    }

    private static boolean isOfName(int c) {
        return isAlphanumeric(c) || c > ' ' && c < 0x7f && "-._~!$&'()*+,;=%".indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static RefusedRequestException malformed() {
        return new RefusedRequestException(Refusal.badRequest("The host is not well-formed"));
    }
}
