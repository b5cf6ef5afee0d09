package com.ones1ght.adapters.llm.routing;

/** A tenant's model is misconfigured. The message is for operators and contains no credentials. */
public final class UnusableModelException extends RuntimeException {

    public UnusableModelException(String message) {
        super(message);
    }
}
