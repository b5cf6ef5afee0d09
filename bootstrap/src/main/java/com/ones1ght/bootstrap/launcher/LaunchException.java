package com.ones1ght.bootstrap.launcher;

/** The start cannot go on. The message is one sentence for the person at the terminal. */
final class LaunchException extends RuntimeException {

    LaunchException(String message) {
        super(message);
    }

    LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
