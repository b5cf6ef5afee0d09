package com.ones1ght.adapters.llm.routing;

/** A tenant's model cannot be used as it is set up. The message is for operators and holds no credentials. */
public final class UnusableModelException extends RuntimeException {

    public UnusableModelException(String message) {
        super(message);
    }
}
