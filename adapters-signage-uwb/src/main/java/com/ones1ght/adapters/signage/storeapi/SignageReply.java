package com.ones1ght.adapters.signage.storeapi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The store-API's answer to a trigger.
 *
 * @param status the HTTP status
 * @param retryAfter the requested retry delay; null if none is given
 */
public record SignageReply(Kind kind, int status, @Nullable Duration retryAfter) {

    /** The meaning of the HTTP status. */
    public enum Kind {
        /** The trigger was accepted. */
        ACCEPTED,
        /** The store-API asks for a later retry. */
        BUSY,
        /** This trigger is refused; a retry does not help. */
        REFUSED
    }
}
