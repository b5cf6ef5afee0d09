package com.ones1ght.application.shared;

import org.jspecify.annotations.Nullable;

/** The stack trace of a defect for the log, without messages, which may contain personal data. */
public final class RedactedStackTrace extends Exception {

    /** Causes may form a cycle. */
    private static final int MAX_CAUSES = 20;

    private final String name;

    private RedactedStackTrace(Throwable original, int causes) {
        super(null, cause(original.getCause(), causes));
        name = original.getClass().getName();
        setStackTrace(original.getStackTrace());
    }

    /** The types and stack traces of a failure and its causes. */
    public static RedactedStackTrace of(Throwable original) {
        return new RedactedStackTrace(original, MAX_CAUSES);
    }

    private static @Nullable Throwable cause(@Nullable Throwable cause, int causes) {
        return cause == null || causes == 0 ? null : new RedactedStackTrace(cause, causes - 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
