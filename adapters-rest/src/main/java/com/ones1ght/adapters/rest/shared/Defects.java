package com.ones1ght.adapters.rest.shared;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Logs what must not happen: where it happened, but not the messages, which may quote a shopper. */
final class Defects {

    private static final Logger LOG = System.getLogger(Defects.class.getName());

    private Defects() {}

    static void log(String requestId, String method, Throwable defect) {
        LOG.log(Level.ERROR, "Request " + requestId + " (" + method + ") failed", new Trace(defect));
    }

    /** The same stack traces without the messages. */
    private static final class Trace extends Exception {

        private final String name;

        Trace(Throwable original) {
            super(null, cause(original.getCause()));
            name = original.getClass().getName();
            setStackTrace(original.getStackTrace());
        }

        private static @Nullable Throwable cause(@Nullable Throwable cause) {
            return cause == null ? null : new Trace(cause);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
