package com.ones1ght.adapters.signage.storeapi;

import org.jspecify.annotations.Nullable;

/** One call came to nothing. The message is for operators and holds neither credentials nor what a shopper forgot. */
public final class SignageApiFailure extends RuntimeException {

    SignageApiFailure(String message, @Nullable Throwable cause) {
        super("store-API " + message, cause);
    }
}
