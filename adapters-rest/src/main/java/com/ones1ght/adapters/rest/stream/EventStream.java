package com.ones1ght.adapters.rest.stream;

import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.shared.Following;
import com.ones1ght.domain.profile.ProfileId;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one reader of events. Written to only while writing does not block; otherwise what feeds it keeps the
 * position. Holds no thread. Thread-safe.
 */
public final class EventStream implements WriteListener, AsyncListener {

    static final Comparator<EventStream> OLDEST_FIRST = Comparator.comparingLong(stream -> stream.begun);

    private static final System.Logger LOG = System.getLogger(EventStream.class.getName());

    private static final byte[] NOTHING = {};

    private final EventStreams streams;
    private final StreamKind kind;
    private final @Nullable ProfileId profile;
    private final AuthenticateUseCase.Command credential;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final long begun = System.nanoTime();
    private @Nullable Following source;
    private @Nullable AsyncContext connection;
    private @Nullable ServletOutputStream out;
    private boolean writable;
    private boolean greeted;
    private boolean finishing;
    private boolean closed;
    /** The time of the last write, or since when it is not writable. */
    private long since;

    EventStream(
            EventStreams streams,
            StreamKind kind,
            @Nullable ProfileId profile,
            AuthenticateUseCase.Command credential) {
        this.streams = streams;
        this.kind = kind;
        this.profile = profile;
        this.credential = credential;
    }

    /** Sets the headers of the answer that is a stream. */
    public static void describe(HttpServletResponse response) {
        response.setContentType("text/event-stream");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Proxies that buffer answers would delay events.
        response.setHeader("X-Accel-Buffering", "no");
    }

    StreamKind kind() {
        return kind;
    }

    /** Whether both show the same kind of things of one and the same profile alone. */
    boolean isLike(EventStream other) {
        return profile != null && profile.equals(other.profile) && kind == other.kind;
    }

    AuthenticateUseCase.Command credential() {
        return credential;
    }

    /** Completed when the stream is closed; whoever fails it closes the stream. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** @param feeding offers frames, goes on when the stream asks for more, and is ended with it */
    public synchronized void feedBy(Following feeding) {
        source = feeding;
    }

    /** Connects the stream to a request, and starts writing; closes it if that fails. */
    public void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            describe(response);
            AsyncContext async = request.startAsync();
            async.setTimeout(0);
            async.addListener(this);
            ServletOutputStream output = async.getResponse().getOutputStream();
            synchronized (this) {
                connection = async;
                out = output;
                since = System.nanoTime();
            }
            streams.opened(this);
            output.setWriteListener(this);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void onWritePossible() {
        Following feeding;
        boolean isFinished;
        synchronized (this) {
            if (closed) {
                return;
            }
            if (!greeted) {
                // The comment shows the client, and proxies in between, that the stream is open.
                greeted = write(EventFrame.COMMENT);
            }
            // Flushes once more after the comment: Open Liberty ignores the first time.
            write(NOTHING);
            feeding = source;
            isFinished = finishing && writable;
        }
        if (isFinished) {
            close();
        } else if (feeding != null) {
            feeding.goOn();
        }
    }

    /** Writes a frame unless that might block; then what feeds the stream is told to go on later. */
    public synchronized boolean offer(byte[] frame) {
        return !closed && writable && write(frame);
    }

    /** Closes the stream once the connection has taken everything that was written. */
    public void finish() {
        boolean isFinished;
        synchronized (this) {
            finishing = true;
            isFinished = writable;
        }
        if (isFinished) {
            close();
        }
    }

    /** Keeps the connection alive, or ends it if the client has stopped reading. */
    void care(long now, long heartbeatNanos, long stallNanos) {
        boolean stalled;
        synchronized (this) {
            long idle = now - since;
            stalled = !writable && idle > stallNanos;
            if (writable && idle >= heartbeatNanos) {
                write(EventFrame.COMMENT);
            }
        }
        if (stalled) {
            LOG.log(System.Logger.Level.INFO, "Closing an event stream whose client has stopped reading");
            close();
        }
    }

    /**
     * @param bytes none only to flush what was written before
     * @return whether they were written
     */
    private boolean write(byte[] bytes) {
        ServletOutputStream stream = out;
        if (stream == null) {
            return false;
        }
        try {
            // Asked on the thread that writes: Open Liberty lets no other one write.
            writable = stream.isReady();
            if (!writable) {
                return false;
            }
            if (bytes.length > 0) {
                since = System.nanoTime();
                stream.write(bytes);
            }
            if (stream.isReady()) {
                stream.flush();
            }
            writable = stream.isReady();
            return true;
        } catch (IOException | RuntimeException e) {
            streams.later(this::close);
            writable = false;
            return false;
        }
    }

    /** Ends the stream. */
    public void close() {
        AsyncContext async;
        Following feeding;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            writable = false;
            async = connection;
            feeding = source;
        }
        streams.closed(this);
        if (feeding != null) {
            feeding.end();
        }
        if (async != null) {
            try {
                async.complete();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "The server has already closed the stream", e);
            }
        }
        ended.complete(null);
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
