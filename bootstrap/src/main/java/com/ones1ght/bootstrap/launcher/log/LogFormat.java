package com.ones1ght.bootstrap.launcher.log;

import java.util.Locale;
import java.util.logging.LogRecord;

/** The formats of the log. */
public enum LogFormat {

    /** For people: a line for each record; the lines of a stack trace follow it, indented. */
    TEXT {
        @Override
        public String line(LogRecord entry) {
            return TextLine.of(new LogEntry(entry));
        }
    },

    /** For machines: an object of JSON on one line for each record. */
    JSON {
        @Override
        public String line(LogRecord entry) {
            return JsonLine.of(new LogEntry(entry));
        }
    };

    /** The names as values of the setting. */
    public static LogFormat of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }

    /** A record with the end of its line. */
    public abstract String line(LogRecord entry);
}
