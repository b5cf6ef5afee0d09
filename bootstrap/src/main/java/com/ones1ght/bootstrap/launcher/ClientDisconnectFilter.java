package com.ones1ght.bootstrap.launcher;

import java.io.IOException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * Keeps out of the log that a client has closed its connection before it had its answer, which is normal. Payara and Jersey
 * log it as an error with up to four stack traces, also for answers that the application has no part in: {@code /openapi},
 * {@code /metrics}, static resources, error pages. Only the handlers of the log see all of them.
 */
public final class ClientDisconnectFilter implements Filter {

    /** What only the server's listener uses: the connections to other systems, and files, are not its. */
    private static final String LISTENER_IO = "org.glassfish.grizzly.";

    private static final String JDK_IO = "sun.nio.ch.";

    private static final int MAX_CAUSES = 20;

    /** Payara's web container has a logger that gives the trace as text, behind the message. */
    private static final Pattern TRACE =
            Pattern.compile("java\\.(io|nio\\.channels)\\.\\w+(: .*)?\\R(\\tat (java\\.base/)?sun\\.nio\\.ch\\..*\\R)*"
                    + "\\tat org\\.glassfish\\.grizzly\\.");

    /** Called by {@link java.util.logging.LogManager}, which finds the class by its name in the configuration. */
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

    /** Whether the listener itself has met the failure. Its frames stand below those of the application, too. */
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
