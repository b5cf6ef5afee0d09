package com.ones1ght.bootstrap.launcher.log;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.ErrorManager;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.StreamHandler;

/**
 * Writes records to the process's standard output, each at once. {@code System.out} is not used: it has been replaced,
 * because the server's libraries print to it.
 */
public final class StdoutHandler extends StreamHandler {

    /** A record is written by a single call as long as it is not larger. */
    private static final int BUFFER = 1 << 16;

    /** Called by {@link LogManager}, by the class name in the configuration. */
    public StdoutHandler() {
        super(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER), new LineFormatter());
        try {
            setEncoding(StandardCharsets.UTF_8.name());
        } catch (java.io.UnsupportedEncodingException e) {
            reportError(null, e, ErrorManager.OPEN_FAILURE);
        }
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        super.publish(entry);
        flush();
    }

    /** Does not close standard output. */
    @Override
    public synchronized void close() {
        flush();
    }
}
