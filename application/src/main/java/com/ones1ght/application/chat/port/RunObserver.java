package com.ones1ght.application.chat.port;

/** Is told what becomes of runs without their queue. Returns at once and never fails. Thread-safe. */
@FunctionalInterface
public interface RunObserver {

    /** Runs were cancelled by their client; the transaction is committed. */
    void cancelled(int runs);
}
