package com.ones1ght.adapters.persistence.profile;

/** Handles the text of valid JSON without changing a value in it. */
final class CompactJson {

    private CompactJson() {}

    /** The same JSON without the white space between its tokens. */
    static String withoutWhiteSpace(String json) {
        StringBuilder compact = new StringBuilder(json.length());
        int at = 0;
        while (at < json.length()) {
            char c = json.charAt(at);
            int end = c == '"' ? endOfString(json, at) : at + 1;
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                compact.append(json, at, end);
            }
            at = end;
        }
        return compact.toString();
    }

    /**
     * The place after a string.
     *
     * @param quote where its opening quote is
     */
    static int endOfString(String json, int quote) {
        int at = quote + 1;
        while (json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
