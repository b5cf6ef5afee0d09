package com.ones1ght.application.signage.port;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The signages of a store cannot be reached at present. */
public final class SignageUnavailableException extends RuntimeException {

    private final transient @Nullable Duration retryAfter;

    /**
     * @param message for operators; names no shopper
     * @param retryAfter how long the backend asks to wait; null when it says nothing
     */
    public SignageUnavailableException(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /** How long the backend asks to wait; null when it says nothing. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
