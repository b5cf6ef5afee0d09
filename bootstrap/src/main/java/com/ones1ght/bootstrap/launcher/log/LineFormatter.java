package com.ones1ght.bootstrap.launcher.log;

import java.util.logging.Formatter;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/** Writes records in the format that the logging configuration names by {@code <this class>.format}. */
public final class LineFormatter extends Formatter {

    private final LogFormat format;

    /** Called by {@link LogManager}, by the class name in the configuration. */
    public LineFormatter() {
        String configured = LogManager.getLogManager().getProperty(LineFormatter.class.getName() + ".format");
        this.format = configured == null ? LogFormat.TEXT : LogFormat.of(configured);
    }

    @Override
    public String format(LogRecord entry) {
        return format.line(entry);
    }
}
