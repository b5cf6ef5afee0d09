package com.ones1ght.bootstrap.launcher.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a log record, as both formats show them. Made on the thread that has logged it. */
record LogEntry(LogRecord entry) {

    private static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]");

    /** In UTC with milliseconds, ISO 8601. */
    String timestamp() {
        return INSTANT.format(Instant.ofEpochMilli(entry.getMillis()));
    }

    /** The names of {@link System.Logger.Level}; libraries also use others for the same severities. */
    String level() {
        int severity = entry.getLevel().intValue();
        if (severity >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (severity >= Level.WARNING.intValue()) {
            return "WARNING";
        }
        if (severity >= Level.INFO.intValue()) {
            return "INFO";
        }
        return severity >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
    }

    String logger() {
        return Objects.requireNonNullElse(entry.getLoggerName(), "");
    }

    String thread() {
        Thread current = Thread.currentThread();
        return entry.getLongThreadID() == current.getId() ? current.getName() : "thread-" + entry.getLongThreadID();
    }

    /** Localized and with its parameters. A record without parameters is never taken for a pattern. */
    String message() {
        String text = localized(Objects.requireNonNullElse(entry.getMessage(), ""));
        Object[] parameters = entry.getParameters();
        if (parameters == null) {
            return text;
        }
        Object[] values = Arrays.stream(parameters)
                .filter(parameter -> !(parameter instanceof Map))
                .toArray();
        if (values.length == 0 || !PLACEHOLDER.matcher(text).find()) {
            return text;
        }
        try {
            return new MessageFormat(text, Locale.ROOT).format(values);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private String localized(String text) {
        ResourceBundle bundle = bundle();
        return bundle != null && bundle.containsKey(text) && bundle.getObject(text) instanceof String translated
                ? translated
                : text;
    }

    /** Payara logs keys of its loggers' bundles. */
    private @Nullable ResourceBundle bundle() {
        if (entry.getResourceBundle() != null || entry.getLoggerName() == null) {
            return entry.getResourceBundle();
        }
        Logger logger = LogManager.getLogManager().getLogger(entry.getLoggerName());
        return logger == null ? null : logger.getResourceBundle();
    }

    /** The maps among the record's parameters; the first one to have a name counts. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        Object[] parameters = entry.getParameters();
        if (parameters != null) {
            for (Object parameter : parameters) {
                if (parameter instanceof Map<?, ?> map) {
                    map.forEach((name, value) -> fields.putIfAbsent(String.valueOf(name), value));
                }
            }
        }
        return fields;
    }

    /** Null without an exception. */
    @Nullable
    String stackTrace() {
        Throwable thrown = entry.getThrown();
        if (thrown == null) {
            return null;
        }
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
