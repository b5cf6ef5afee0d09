package com.ones1ght.adapters.rest.event;

import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.event.Following;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.event.port.EventFollower;
import com.ones1ght.domain.profile.ProfileId;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one reader of events. Written to only while writing does not block; otherwise the feed keeps the
 * position. Holds no thread.
 */
final class EventStream implements EventFollower, WriteListener, AsyncListener {

    private static final System.Logger LOG = System.getLogger(EventStream.class.getName());
    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final EventStreams streams;
    private final AuthenticateUseCase.Command credential;
    private final @Nullable ProfileId profile;
    private @Nullable Following following;
    private @Nullable AsyncContext connection;
    private @Nullable ServletOutputStream out;
    private boolean writable;
    private boolean greeted;
    private boolean closed;
    /** The time of the last write, or since when it is not writable. */
    private long since;

    /**
     * @param credential must stay valid while the stream is open
     * @param profile whose events are written; null for those of all the tenant's profiles
     */
    EventStream(EventStreams streams, AuthenticateUseCase.Command credential, @Nullable ProfileId profile) {
        this.streams = streams;
        this.credential = credential;
        this.profile = profile;
    }

    /** Whether it has the events of this profile alone. */
    boolean isOf(ProfileId shopper) {
        return shopper.equals(profile);
    }

    AuthenticateUseCase.Command credential() {
        return credential;
    }

    synchronized void follows(Following told) {
        following = told;
    }

    /** Starts writing. */
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
                // Shows the client, and proxies in between, that the stream is open.
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
        if (profile != null && !profile.equals(event.event().profile())) {
            return !closed;
        }
        if (closed || !writable) {
            return false;
        }
        write(streams.frame(event));
        return true;
    }

    /** Keeps the connection alive, or ends it if the client has stopped reading. */
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
            LOG.log(System.Logger.Level.INFO, "Closing an event stream whose client has stopped reading");
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

    /** Ends the stream. */
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
                LOG.log(System.Logger.Level.DEBUG, "The server has already closed the stream", e);
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
