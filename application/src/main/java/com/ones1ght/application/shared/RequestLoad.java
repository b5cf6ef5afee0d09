package com.ones1ght.application.shared;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The requests that this node's threads are working on at the moment: not those that wait for something without a thread.
 * Thread-safe.
 */
public final class RequestLoad {

    private final AtomicInteger current = new AtomicInteger();

    /** A thread begins to work on a request; {@link #end} has to follow. */
    public void begin() {
        current.incrementAndGet();
    }

    /** The thread leaves the request. */
    public void end() {
        current.decrementAndGet();
    }

    /** Whether there are any. */
    public boolean isAny() {
        return current.get() > 0;
    }
}
