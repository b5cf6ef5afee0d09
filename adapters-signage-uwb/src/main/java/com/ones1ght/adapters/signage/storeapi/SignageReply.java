package com.ones1ght.adapters.signage.storeapi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the store-API has said to a trigger.
 *
 * @param isTaken whether it has the trigger; else it is alive and asks to wait
 * @param retryAfter for how long it asks to wait; null when it does not say
 */
public record SignageReply(boolean isTaken, @Nullable Duration retryAfter) {

    static final SignageReply TAKEN = new SignageReply(true, null);
}
