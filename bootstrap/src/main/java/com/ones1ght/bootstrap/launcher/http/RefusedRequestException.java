package com.ones1ght.bootstrap.launcher.http;

/** The head of a request is refused before it reaches the application. */
final class RefusedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedRequestException(Refusal refusal) {
        // Anyone can cause these at any rate: no stack trace.
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
