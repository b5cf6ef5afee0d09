package com.ones1ght.bootstrap.launcher.log;

import java.util.StringJoiner;

/**
 * A log record as a line of text. Line breaks within the message are escaped, and each line of a stack trace begins with a
 * tab, so that only records begin at the start of a line, whatever a message quotes.
 */
final class TextLine {

    private static final String[] CONTEXT = {"request_id", "trace_id", "tenant"};

    private TextLine() {}

    static String of(LogEntry entry) {
        StringBuilder line = new StringBuilder(256)
                .append(entry.timestamp())
                .append(' ')
                .append(entry.level())
                .append(' ')
                .append(entry.logger())
                .append(' ');
        String message = entry.message();
        escape(line, message);
        escape(line, context(entry, message));
        line.append('\n');
        String trace = entry.stackTrace();
        if (trace != null) {
            trace.lines().forEach(traceLine -> {
                if (!traceLine.startsWith("\t")) {
                    line.append('\t');
                }
                escape(line, traceLine);
                line.append('\n');
            });
        }
        return line.toString();
    }

    /** What the message does not say itself. */
    private static String context(LogEntry entry, String message) {
        var fields = entry.fields();
        StringJoiner context = new StringJoiner(" ", " [", "]").setEmptyValue("");
        for (String name : CONTEXT) {
            Object value = fields.get(name);
            if (value != null && !message.contains(value.toString())) {
                context.add(name + "=" + value);
            }
        }
        return context.toString();
    }

    private static void escape(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line.append("\\n");
            } else if (c == '\t' || Printable.is(text, i)) {
                line.append(c);
            } else if (c != '\r') {
                line.append("\\u%04x".formatted((int) c));
            }
        }
    }
}
