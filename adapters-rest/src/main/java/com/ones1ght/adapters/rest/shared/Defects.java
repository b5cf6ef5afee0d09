package com.ones1ght.adapters.rest.shared;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Logs what must not happen: where it happened, but not the messages, which may quote a shopper. */
final class Defects {

    private static final Logger LOG = System.getLogger(Defects.class.getName());

    /** Causes may go round in a circle. */
    private static final int MOST_CAUSES = 20;

    private Defects() {}

    static void log(String requestId, String method, Throwable defect) {
        LOG.log(Level.ERROR, "Request " + requestId + " (" + method + ") failed", new Trace(defect));
    }

    /** The same stack traces without the messages. */
    private static final class Trace extends Exception {

        private final String name;

        Trace(Throwable original) {
            this(original, MOST_CAUSES);
        }

        private Trace(Throwable original, int causes) {
            super(null, cause(original.getCause(), causes));
            name = original.getClass().getName();
            setStackTrace(original.getStackTrace());
        }

        private static @Nullable Throwable cause(@Nullable Throwable cause, int causes) {
            return cause == null || causes == 0 ? null : new Trace(cause, causes - 1);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
