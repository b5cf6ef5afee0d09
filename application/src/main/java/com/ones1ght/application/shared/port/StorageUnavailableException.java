package com.ones1ght.application.shared.port;

/** The database is unavailable. Thrown by every repository, and by the unit of work. */
public final class StorageUnavailableException extends RuntimeException {

    public StorageUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
