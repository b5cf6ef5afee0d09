package com.ones1ght.application.shared;

import org.jspecify.annotations.Nullable;

/** What a log gets of a defect: where it happened, but not the messages, which may quote a shopper. */
public final class RedactedStackTrace extends Exception {

    /** Causes may go round in a circle. */
    private static final int MAX_CAUSES = 20;

    private final String name;

    private RedactedStackTrace(Throwable original, int causes) {
        super(null, cause(original.getCause(), causes));
        name = original.getClass().getName();
        setStackTrace(original.getStackTrace());
    }

    /** The stack traces of a failure and of its causes, with their types. */
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
