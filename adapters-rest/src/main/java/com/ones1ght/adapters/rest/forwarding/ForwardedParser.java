package com.ones1ght.adapters.rest.forwarding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Parses one line of the header {@code Forwarded} (RFC 7239). Other than the RFC, it accepts spaces around semicolons, and
 * addresses with colons and brackets outside of quotes, which some proxies send.
 */
final class ForwardedParser {

    private static final String TOKEN_SYMBOLS = "!#$%&'*+-.^_`|~";
    private static final String ADDRESS_SYMBOLS = ":[]";

    private final String line;
    private int at;

    private ForwardedParser(String line) {
        this.line = line;
    }

    /**
     * The hops in the order of the line, the client's first. A line with an error anywhere is a single unknown hop, because
     * a client could have opened a quote in it that hides what a proxy appended.
     */
    static List<Hop> parse(String line) {
        try {
            return new ForwardedParser(line).elements();
        } catch (MalformedException e) {
            return List.of(Hop.UNKNOWN);
        }
    }

    private List<Hop> elements() throws MalformedException {
        List<Hop> hops = new ArrayList<>();
        do {
            Map<String, String> pairs = element();
            if (!pairs.isEmpty()) {
                hops.add(Hop.of(pairs.getOrDefault("for", "unknown"), pairs.get("host")));
            }
        } while (skip(','));
        if (at < line.length()) {
            throw new MalformedException();
        }
        return hops;
    }

    private Map<String, String> element() throws MalformedException {
        Map<String, String> pairs = new HashMap<>();
        do {
            skipSpaces();
            if (at < line.length() && isToken(line.charAt(at))) {
                String name = word("").toLowerCase(Locale.ROOT);
                if (!skip('=') || pairs.put(name, value()) != null) {
                    throw new MalformedException();
                }
                skipSpaces();
            }
        } while (skip(';'));
        return pairs;
    }

    private String value() throws MalformedException {
        return skip('"') ? quoted() : word(ADDRESS_SYMBOLS);
    }

    private String word(String furtherSymbols) throws MalformedException {
        int start = at;
        while (at < line.length() && (isToken(line.charAt(at)) || furtherSymbols.indexOf(line.charAt(at)) >= 0)) {
            at++;
        }
        if (at == start) {
            throw new MalformedException();
        }
        return line.substring(start, at);
    }

    private String quoted() throws MalformedException {
        StringBuilder value = new StringBuilder();
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return value.toString();
            }
            if (c == '\\' && at < line.length()) {
                c = line.charAt(at++);
            }
            value.append(c);
        }
        throw new MalformedException();
    }

    private boolean skip(char expected) {
        if (at < line.length() && line.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpaces() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
    }

    private static boolean isToken(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || TOKEN_SYMBOLS.indexOf(c) >= 0;
    }

    /** Ends the parsing; never leaves this class. */
    private static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;

        MalformedException() {
            super("malformed", null, false, false);
        }
    }
}
