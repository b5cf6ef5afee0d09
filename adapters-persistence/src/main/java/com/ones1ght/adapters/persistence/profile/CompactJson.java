package com.ones1ght.adapters.persistence.profile;

/** Compacts the text of valid JSON without changing its values. */
final class CompactJson {

    private static final int HEX = 16;
    private static final int UNICODE_ESCAPE_LENGTH = 6;

    private CompactJson() {}

    /**
     * The same JSON for readers of its text, such as language models: without white space between tokens, and with
     * escapes only where JSON requires them. The order of keys and the notation of numbers stay.
     */
    static String of(String json) {
        StringBuilder compact = new StringBuilder(json.length());
        int at = 0;
        while (at < json.length()) {
            char c = json.charAt(at);
            int end = c == '"' ? endOfString(json, at) : at + 1;
            if (c == '"') {
                addString(compact, json, at, end);
            } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                compact.append(c);
            }
            at = end;
        }
        return compact.toString();
    }

    /** Appends the string in a range that includes its quotes. */
    private static void addString(StringBuilder compact, String json, int from, int end) {
        int at = from;
        while (at < end) {
            if (json.charAt(at) == '\\') {
                at += addEscaped(compact, json, at);
            } else {
                compact.append(json.charAt(at));
                at++;
            }
        }
    }

    /** Appends the character of an escape sequence, and returns the length of the sequence. */
    private static int addEscaped(StringBuilder compact, String json, int at) {
        char kind = json.charAt(at + 1);
        if (kind != 'u') {
            // The solidus has a short escape but needs none.
            compact.append(json, kind == '/' ? at + 1 : at, at + 2);
            return 2;
        }
        char meant = unicode(json, at);
        if (meant == '"' || meant == '\\') {
            compact.append('\\').append(meant);
        } else if (isPair(json, at, meant)) {
            compact.append(meant).append(unicode(json, at + UNICODE_ESCAPE_LENGTH));
            return 2 * UNICODE_ESCAPE_LENGTH;
        } else if (meant < ' ' || Character.isSurrogate(meant)) {
            // Control characters need an escape, and UTF-8 cannot represent half a surrogate pair.
            compact.append(json, at, at + UNICODE_ESCAPE_LENGTH);
        } else {
            compact.append(meant);
        }
        return UNICODE_ESCAPE_LENGTH;
    }

    private static char unicode(String json, int escape) {
        return (char) Integer.parseInt(json, escape + 2, escape + UNICODE_ESCAPE_LENGTH, HEX);
    }

    private static boolean isPair(String json, int at, char meant) {
        int next = at + UNICODE_ESCAPE_LENGTH;
        return Character.isHighSurrogate(meant)
                && json.startsWith("\\u", next)
                && Character.isLowSurrogate(unicode(json, next));
    }

    /**
     * The index after a string.
     *
     * @param quote the index of its opening quote
     */
    static int endOfString(String json, int quote) {
        int at = quote + 1;
        while (json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
