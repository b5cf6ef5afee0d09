package com.ones1ght.adapters.signage.storeapi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the store-API, which is alive, has said to a trigger.
 *
 * @param kind in short
 * @param status of HTTP
 * @param retryAfter for how long it asks to wait; null when it does not say
 */
public record SignageReply(Kind kind, int status, @Nullable Duration retryAfter) {

    /** In short. */
    public enum Kind {
        /** It has the trigger. */
        TAKEN,
        /** It asks to wait. */
        BUSY,
        /** It wants nothing of this trigger, whoever sends it again. */
        REFUSED
    }
}
