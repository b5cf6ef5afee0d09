package com.ones1ght.application.signage.port;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The signages of a store cannot be reached at present, or want nothing of this trigger. */
public final class SignageUnavailableException extends RuntimeException {

    private final transient @Nullable Duration retryAfter;
    private final boolean isRefusal;

    private SignageUnavailableException(
            String message, @Nullable Duration retryAfter, boolean isRefusal, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
        this.isRefusal = isRefusal;
    }

    /**
     * @param message for operators; names no shopper
     * @param retryAfter how long the backend asks to wait; null when it says nothing
     */
    public SignageUnavailableException(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        this(message, retryAfter, false, cause);
    }

    /**
     * The backend is well and takes triggers, but not this one: it knows no such store, for example.
     *
     * @param message for operators; names no shopper
     */
    public static SignageUnavailableException refusal(String message) {
        return new SignageUnavailableException(message, null, true, null);
    }

    /** How long the backend asks to wait; null when it says nothing. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Whether it is this trigger alone that does not get through. */
    public boolean isRefusal() {
        return isRefusal;
    }
}
