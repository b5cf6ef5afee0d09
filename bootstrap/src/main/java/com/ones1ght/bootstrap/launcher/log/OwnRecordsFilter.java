package com.ones1ght.bootstrap.launcher.log;

import java.util.logging.Filter;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/** Passes the records of our own code only. */
public final class OwnRecordsFilter implements Filter {

    private static final String OWN = "com.ones1ght.";

    private final Filter disconnects = new ClientDisconnectFilter();

    /** Called by {@link LogManager}, by the class name in the configuration. */
    public OwnRecordsFilter() {}

    @Override
    public boolean isLoggable(LogRecord entry) {
        return entry.getLoggerName() != null && entry.getLoggerName().startsWith(OWN) && disconnects.isLoggable(entry);
    }
}
