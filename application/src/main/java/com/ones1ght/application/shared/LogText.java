package com.ones1ght.application.shared;

import org.jspecify.annotations.Nullable;

/**
 * Text of clients and upstreams as it may stand in a log line: on one line, without characters that are invisible or
 * direct a terminal, and not too long. Every log line that contains such text gets it from here.
 */
public final class LogText {

    /** In code points; longer texts are cut. */
    static final int MAX_LENGTH = 500;

    private LogText() {}

    /** The text, with control and format characters as Unicode escapes, and backslashes doubled. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().limit(MAX_LENGTH).forEach(codePoint -> append(line, codePoint));
        return text.codePointCount(0, text.length()) > MAX_LENGTH
                ? line.append('…').toString()
                : line.toString();
    }

    /** The class of a failure and its message, which may quote an upstream. */
    public static String of(Throwable failure) {
        return of(failure.toString());
    }

    private static void append(StringBuilder line, int codePoint) {
        if (codePoint == '\\') {
            line.append("\\\\");
        } else if (isPlain(codePoint)) {
            line.appendCodePoint(codePoint);
        } else {
            for (char unit : Character.toChars(codePoint)) {
                line.append("\\u%04x".formatted((int) unit));
            }
        }
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
