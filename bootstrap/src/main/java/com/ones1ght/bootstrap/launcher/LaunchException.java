package com.ones1ght.bootstrap.launcher;

import org.jspecify.annotations.Nullable;

/** The server cannot start. The message is a sentence for the person at the terminal. */
final class LaunchException extends RuntimeException {

    LaunchException(String message) {
        super(message);
    }

    LaunchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
