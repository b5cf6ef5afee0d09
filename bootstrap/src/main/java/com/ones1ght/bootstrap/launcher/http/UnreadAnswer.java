package com.ones1ght.bootstrap.launcher.http;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;
import org.jspecify.annotations.Nullable;

/** The unread answer of one connection, and what waits for the client to read it. */
final class UnreadAnswer {

    private final NIOConnection connection;
    private final AtomicLong bytesOfAll;
    private int bytes;
    private boolean isRead;
    private @Nullable Deadline deadline;
    private @Nullable FilterChainContext next;

    /** @param bytesOfAll the total of all connections */
    UnreadAnswer(NIOConnection connection, AtomicLong bytesOfAll) {
        this.connection = connection;
        this.bytesOfAll = bytesOfAll;
    }

    /** @param now the number of unread bytes */
    synchronized void count(int now) {
        bytesOfAll.addAndGet(now - bytes);
        bytes = now;
    }

    /**
     * To be called when the answer is complete.
     *
     * @param patience how long the client may read nothing
     * @param whenRead runs when the client has read everything; not if the connection closes before
     */
    void awaitReader(ScheduledExecutorService timers, Duration patience, Runnable whenRead) {
        startDeadline(timers, patience);
        // An empty write, queued after everything else.
        connection.write(null, Buffers.EMPTY_BUFFER, new EmptyCompletionHandler<WriteResult<Buffer, SocketAddress>>() {

            @Override
            public void completed(WriteResult<Buffer, SocketAddress> result) {
                whenRead.run();
                resume();
            }

            @Override
            public void failed(Throwable failure) {
                stopDeadline();
            }
        });
    }

    /** @return false if nothing is left to read: the context is not resumed */
    synchronized boolean hold(FilterChainContext context) {
        if (isRead) {
            return false;
        }
        context.suspend();
        next = context;
        return true;
    }

    private void resume() {
        FilterChainContext held;
        synchronized (this) {
            isRead = true;
            held = next;
            next = null;
        }
        stopDeadline();
        if (held != null) {
            held.resume();
        }
    }

    private synchronized void startDeadline(ScheduledExecutorService timers, Duration patience) {
        deadline = new Deadline(timers, patience, () -> check(timers, patience));
    }

    private synchronized void stopDeadline() {
        if (deadline != null) {
            deadline.meet();
        }
    }

    private synchronized void check(ScheduledExecutorService timers, Duration patience) {
        int left = connection.getAsyncWriteQueue().spaceInBytes();
        if (isRead || !connection.isOpen()) {
            return;
        }
        if (left >= bytes) {
            // Not closeSilently(), which would wait for the client.
            connection.terminateSilently();
            return;
        }
        count(left);
        startDeadline(timers, patience);
    }
}
