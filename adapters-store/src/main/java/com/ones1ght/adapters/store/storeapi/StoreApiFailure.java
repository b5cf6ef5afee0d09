package com.ones1ght.adapters.store.storeapi;

import org.jspecify.annotations.Nullable;

/** A call has failed. The message is for operators and contains neither credentials nor text from the store. */
public class StoreApiFailure extends RuntimeException {

    StoreApiFailure(String message, @Nullable Throwable cause) {
        super("store-API " + message, cause);
    }

    /** The call timed out. It is not retried, because the caller would wait twice as long. */
    public static final class TooSlow extends StoreApiFailure {

        TooSlow(@Nullable Throwable cause) {
            super("did not answer in time", cause);
        }
    }
}
