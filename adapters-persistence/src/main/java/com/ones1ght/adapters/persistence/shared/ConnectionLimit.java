package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits how many connections of the server's pool the node uses at once, to {@code ones1ght.db.pool-size}: the pools of
 * application servers cannot be sized by a setting of an application. While all are in use, a request waits up to five
 * seconds, first come first served: right after the start, while the code is still slow, a burst is answered late rather
 * than refused. Thread-safe.
 */
public final class ConnectionLimit {

    /** The connections that the pool keeps open, and the smallest limit. */
    public static final int MIN = 8;

    /** Four nodes fit into the 97 connections that PostgreSQL has by default. */
    public static final int DEFAULT = 20;

    /** The largest limit. */
    public static final int MAX = 1_000;

    private static final Duration MAX_WAIT = Duration.ofSeconds(5);

    private final int size;
    private final Semaphore free;
    private final Duration maxWait;

    /** @param size {@value #MIN} to {@value #MAX} */
    public ConnectionLimit(int size) {
        this(size, MAX_WAIT);
    }

    ConnectionLimit(int size, Duration maxWait) {
        this.size = size;
        this.free = new Semaphore(size, true);
        this.maxWait = maxWait;
    }

    /**
     * Waits until a connection may be used; {@link #release} has to follow.
     *
     * @throws StorageUnavailableException when none becomes free in time
     */
    public void acquire() {
        try {
            if (!free.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw StorageFailures.of(
                        new SQLTransientConnectionException("all " + size + " connections are in use"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("Interrupted while waiting for a connection", e);
        }
    }

    /** A connection is not used any more. */
    public void release() {
        free.release();
    }

    /** The connections in use. */
    public int inUse() {
        return size - free.availablePermits();
    }

    /** How many callers wait for a connection, about. */
    public int waiting() {
        return free.getQueueLength();
    }
}
