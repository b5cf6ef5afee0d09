package com.ones1ght.adapters.rest.event;

import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.event.Following;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.event.port.EventFollower;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One reader of events. Is written to only when the server says that this would not wait; while it does not, the feed
 * keeps the place. Holds no thread.
 */
final class EventStream implements EventFollower, WriteListener, AsyncListener {

    private static final System.Logger LOG = System.getLogger(EventStream.class.getName());
    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final EventStreams streams;
    private final AuthenticateUseCase.Command credential;
    private @Nullable Following following;
    private @Nullable AsyncContext connection;
    private @Nullable ServletOutputStream out;
    private boolean writable;
    private boolean greeted;
    private boolean closed;
    /** When it was last written to, or, while it is not writable, since when. */
    private long since;

    /** @param credential what opened the stream, and has to go on opening it */
    EventStream(EventStreams streams, AuthenticateUseCase.Command credential) {
        this.streams = streams;
        this.credential = credential;
    }

    AuthenticateUseCase.Command credential() {
        return credential;
    }

    synchronized void follows(Following told) {
        following = told;
    }

    /** From now on it writes. */
    void open(AsyncContext async) throws IOException {
        async.setTimeout(0);
        async.addListener(this);
        synchronized (this) {
            connection = async;
            out = async.getResponse().getOutputStream();
            since = System.nanoTime();
        }
        streams.opened(this);
        out.setWriteListener(this);
    }

    @Override
    public void onWritePossible() {
        Following told;
        synchronized (this) {
            if (closed) {
                return;
            }
            if (greeted) {
                flush();
            } else {
                // Tells the client, and the proxies between, that the stream stands.
                greeted = true;
                write(COMMENT);
            }
            told = following;
        }
        if (told != null) {
            told.goOn();
        }
    }

    @Override
    public synchronized boolean offer(LoggedEvent event) {
        if (closed || !writable) {
            return false;
        }
        write(streams.frame(event));
        return true;
    }

    /** Keeps the connection open, or ends it if it takes nothing any more. */
    void care(long now, long heartbeatNanos, long stallNanos) {
        boolean stalled;
        synchronized (this) {
            long idle = now - since;
            stalled = !writable && idle > stallNanos;
            if (writable && idle >= heartbeatNanos) {
                write(COMMENT);
            }
        }
        if (stalled) {
            LOG.log(System.Logger.Level.INFO, "A reader of events that does not read is dropped");
            close();
        }
    }

    private void write(byte[] bytes) {
        ServletOutputStream stream = out;
        if (stream == null) {
            return;
        }
        since = System.nanoTime();
        try {
            stream.write(bytes);
            flush();
        } catch (IOException | RuntimeException e) {
            streams.later(this::close);
            writable = false;
        }
    }

    private void flush() {
        ServletOutputStream stream = out;
        if (stream == null) {
            return;
        }
        try {
            if (stream.isReady()) {
                stream.flush();
            }
            writable = stream.isReady();
        } catch (IOException | RuntimeException e) {
            streams.later(this::close);
            writable = false;
        }
    }

    /** Ends the stream, whatever the client does. */
    void close() {
        AsyncContext async;
        Following told;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            writable = false;
            async = connection;
            told = following;
        }
        streams.closed(this);
        if (told != null) {
            told.end();
        }
        if (async != null) {
            try {
                async.complete();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "The server has ended the stream already", e);
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
