package com.ones1ght.bootstrap.launcher.log;

import java.util.LinkedHashMap;
import java.util.Map;

/** A log record as an object of JSON. Written by hand, because the launcher's JVM has no library on its class path. */
final class JsonLine {

    private JsonLine() {}

    static String of(LogEntry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("timestamp", entry.timestamp());
        members.put("level", entry.level());
        members.put("logger", entry.logger());
        members.put("thread", entry.thread());
        members.put("message", entry.message());
        // Fields never replace the members that every record has.
        entry.fields().forEach(members::putIfAbsent);
        String trace = entry.stackTrace();
        if (trace != null) {
            members.put("stack_trace", trace);
        }
        StringBuilder line = new StringBuilder(256).append('{');
        members.forEach((name, value) -> {
            if (line.length() > 1) {
                line.append(',');
            }
            quote(line, name);
            line.append(':');
            if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
                line.append(value);
            } else {
                quote(line, String.valueOf(value));
            }
        });
        return line.append("}\n").toString();
    }

    private static void quote(StringBuilder line, String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> line.append("\\\"");
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (Printable.is(text, i)) {
                        line.append(c);
                    } else {
                        line.append("\\u%04x".formatted((int) c));
                    }
                }
            }
        }
        line.append('"');
    }
}
