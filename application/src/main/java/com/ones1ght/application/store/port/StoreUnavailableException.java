package com.ones1ght.application.store.port;

/** The store backend gave no usable answer. The message is for operators and holds no credentials. */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(String message) {
        super(message);
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
