package com.ones1ght.bootstrap.launcher.http;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * Buffers answers that clients have not read yet, so that no thread has to wait. A connection's next request is held back
 * until its client has read the previous answer; a client that stops reading is disconnected.
 */
final class UnreadAnswers {

    private static final Attribute<UnreadAnswer> UNREAD =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(UnreadAnswers.class.getName());

    private final ScheduledExecutorService timers;
    private final Duration patience;
    private final long maxBytesOfAll;
    private final AtomicLong bytesOfAll = new AtomicLong();

    /**
     * @param patience a client that reads nothing for this time, or up to twice as long, is disconnected; above zero
     * @param maxBytesOfAll the most that may be buffered for all clients together
     */
    UnreadAnswers(ScheduledExecutorService timers, Duration patience, long maxBytesOfAll) {
        this.timers = timers;
        this.patience = patience;
        this.maxBytesOfAll = maxBytesOfAll;
    }

    /** To be called while an answer is written. */
    void count(NIOConnection connection) {
        int bytes = connection.getAsyncWriteQueue().spaceInBytes();
        UnreadAnswer unread = UNREAD.get(connection);
        if (unread == null) {
            if (bytes == 0) {
                return;
            }
            unread = new UnreadAnswer(connection, bytesOfAll);
            UNREAD.set(connection, unread);
            if (!connection.isOpen()) {
                // Closed concurrently, before the answer was registered.
                forget(connection);
                return;
            }
        }
        unread.count(bytes);
        if (bytesOfAll.get() > maxBytesOfAll) {
            connection.terminateSilently();
        }
    }

    /** To be called when an answer has been written. */
    void complete(NIOConnection connection) {
        count(connection);
        UnreadAnswer unread = UNREAD.get(connection);
        if (unread != null) {
            unread.awaitReader(timers, patience, () -> forget(connection));
        }
    }

    /** Holds back the connection's next request; its context is resumed when nothing is left to read. */
    boolean hold(NIOConnection connection, FilterChainContext next) {
        UnreadAnswer unread = UNREAD.get(connection);
        return unread != null && unread.hold(next);
    }

    /** To be called when the connection has been closed. */
    void forget(NIOConnection connection) {
        UnreadAnswer unread = UNREAD.remove(connection);
        if (unread != null) {
            unread.count(0);
        }
    }
}
