package com.ones1ght.bootstrap.launcher.log;

import java.io.IOException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * Drops log records about clients that disconnected before the end of their answer, which is normal. Payara and Jersey
 * log it as an error with up to four stack traces, also for answers outside of the application: {@code /openapi},
 * {@code /metrics}, static resources, error pages. Only the log's handlers see all of these records.
 */
public final class ClientDisconnectFilter implements Filter {

    /** Used by the server's listener only, not for outbound connections or files. */
    private static final String LISTENER_IO = "org.glassfish.grizzly.";

    private static final String JDK_IO = "sun.nio.ch.";

    private static final int MAX_CAUSES = 20;

    /** A logger of Payara's web container appends the stack trace to the message as text. */
    private static final Pattern TRACE =
            Pattern.compile("java\\.(io|nio\\.channels)\\.\\w+(: .*)?\\R(\\tat (java\\.base/)?sun\\.nio\\.ch\\..*\\R)*"
                    + "\\tat org\\.glassfish\\.grizzly\\.");

    /** Called by {@link java.util.logging.LogManager}, by the class name in the configuration. */
    public ClientDisconnectFilter() {}

    @Override
    public boolean isLoggable(LogRecord entry) {
        String message = entry.getMessage();
        if (message != null
                && message.contains("\tat ")
                && TRACE.matcher(message).find()) {
            return false;
        }
        Throwable cause = entry.getThrown();
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof IOException && isOfListener(cause)) {
                return false;
            }
            cause = cause.getCause();
        }
        return true;
    }

    /** Whether the listener itself failed; its frames are also below those of the application. */
    private static boolean isOfListener(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            String caller = frame.getClassName();
            if (!caller.startsWith(JDK_IO)) {
                return caller.startsWith(LISTENER_IO);
            }
        }
        return false;
    }
}
