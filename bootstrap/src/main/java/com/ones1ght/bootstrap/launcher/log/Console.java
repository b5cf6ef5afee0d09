package com.ones1ght.bootstrap.launcher.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * What is said on the console and not by a logger: sentences for people, or log records where standard output is a log.
 * Both are UTF-8.
 */
public final class Console {

    private final LogFormat format;
    private final boolean isLog;
    private final PrintStream out;
    private final PrintStream err;

    /** @param isLog whether standard output is a log, even if its format is text */
    public Console(LogFormat format, boolean isLog) {
        this(format, isLog, System.out, System.err);
    }

    Console(LogFormat format, boolean isLog, PrintStream out, PrintStream err) {
        this.format = format;
        this.isLog = isLog || format == LogFormat.JSON;
        this.out = out;
        this.err = err;
    }

    /** Whether each message has to be a record of a single line. */
    public boolean isLog() {
        return isLog;
    }

    /** Information, for people in as many lines as it has. */
    public void print(Class<?> source, String message) {
        if (isLog) {
            record(Level.INFO, source.getName(), message);
        } else {
            out.println(message);
        }
    }

    /** What went wrong. */
    public void error(Class<?> source, String message) {
        if (isLog) {
            record(Level.SEVERE, source.getName(), message);
        } else {
            err.println(message);
        }
    }

    /** Turns each line of a stream into a record, until its end: errors that a JVM prints itself, for example. */
    public void relay(InputStream lines, String source) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isBlank()) {
                record(Level.SEVERE, source, line);
            }
        }
    }

    private void record(Level level, String source, String message) {
        LogRecord entry = new LogRecord(level, message);
        entry.setLoggerName(source);
        byte[] line = format.line(entry).getBytes(StandardCharsets.UTF_8);
        out.write(line, 0, line.length);
        out.flush();
    }
}
