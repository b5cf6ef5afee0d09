package com.ones1ght.application.shared;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Failures of stages and futures, which wrap the exceptions that they fail with. */
public final class AsyncFailures {

    private AsyncFailures() {}

    /** The exception that was thrown, without the wrappers; the failure itself if it is none. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
