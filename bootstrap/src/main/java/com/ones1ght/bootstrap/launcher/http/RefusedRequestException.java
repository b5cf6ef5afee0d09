package com.ones1ght.bootstrap.launcher.http;

/** The head of a request is not one that the application is asked about. */
final class RefusedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedRequestException(Refusal refusal) {
        // Strangers cause these at any rate they like: no stack trace.
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
