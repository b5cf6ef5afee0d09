package com.ones1ght.application.chat.port;

import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.shared.Require;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A step cannot be performed now; it is retried until the round's deadline. */
public final class StepUnavailableException extends RuntimeException {

    private final transient RunFailure failure;
    private final transient @Nullable Duration retryAfter;

    /**
     * @param message for operators; contains no credentials
     * @param failure the round's error if the deadline passes
     * @param retryAfter the delay that upstream requests; null leaves it to the caller
     */
    public StepUnavailableException(
            String message, RunFailure failure, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.failure = Require.notNull(failure, "failure");
        this.retryAfter = retryAfter;
    }

    public RunFailure failure() {
        return failure;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
