package com.ones1ght.adapters.signage.storeapi;

import org.jspecify.annotations.Nullable;

/** A call has failed. The message is for operators and contains neither credentials nor personal data. */
public final class SignageApiFailure extends RuntimeException {

    SignageApiFailure(String message, @Nullable Throwable cause) {
        super("store-API " + message, cause);
    }
}
