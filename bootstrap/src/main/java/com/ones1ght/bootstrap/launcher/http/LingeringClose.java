package com.ones1ght.bootstrap.launcher.http;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * Closes a connection whose client may still be sending. Closing at once would reset it, and the client would lose the
 * answer; so input is discarded for a while.
 */
final class LingeringClose {

    private static final Duration LINGER = Duration.ofSeconds(2);

    private static final Attribute<Boolean> ENDING =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(LingeringClose.class.getName());

    private final ScheduledExecutorService timers;
    private final UnreadAnswers unread;

    LingeringClose(ScheduledExecutorService timers, UnreadAnswers unread) {
        this.timers = timers;
        this.unread = unread;
    }

    /** Whether input is to be discarded. */
    boolean isEnding(NIOConnection connection) {
        return ENDING.isSet(connection);
    }

    /** Discards all further input. */
    void stopReading(NIOConnection connection) {
        synchronized (connection) {
            ENDING.set(connection, Boolean.TRUE);
        }
    }

    /** Writes a last answer. */
    void answer(NIOConnection connection, byte[] response) {
        stopReading(connection);
        connection.write(
                null,
                Buffers.wrap(connection.getMemoryManager(), response),
                new EmptyCompletionHandler<WriteResult<org.glassfish.grizzly.Buffer, SocketAddress>>() {

                    @Override
                    public void completed(WriteResult<org.glassfish.grizzly.Buffer, SocketAddress> result) {
                        finish(connection);
                    }

                    @Override
                    public void failed(Throwable failure) {
                        connection.closeSilently();
                    }
                });
        unread.complete(connection);
    }

    /** Ends the output and waits briefly for the client to close. */
    void finish(NIOConnection connection) {
        try {
            if (connection.getChannel() instanceof SocketChannel socket) {
                socket.shutdownOutput();
            }
            connection.enableIOEvent(IOEvent.READ);
            timers.schedule(connection::closeSilently, LINGER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException | RuntimeException e) {
            connection.closeSilently();
        }
    }
}
