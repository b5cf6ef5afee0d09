package com.ones1ght.adapters.store.storeapi;

import org.jspecify.annotations.Nullable;

/** One call came to nothing. The message is for operators and holds neither credentials nor the store's words. */
public class StoreApiFailure extends RuntimeException {

    StoreApiFailure(String message, @Nullable Throwable cause) {
        super("store-API " + message, cause);
    }

    /** The call took too long. Another one at once would make whoever waits for it wait twice. */
    public static final class TooSlow extends StoreApiFailure {

        TooSlow(@Nullable Throwable cause) {
            super("did not answer in time", cause);
        }
    }
}
