package com.ones1ght.adapters.signage.embedded;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connected page. It holds no thread, and of all pending states only the latest, since each one is complete. A slow
 * reader delays nobody.
 */
final class DisplayStream implements WriteListener, AsyncListener {

    private static final byte[] BEFORE = "event: state\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER = "\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEARTBEAT = ": heartbeat\n\n".getBytes(StandardCharsets.US_ASCII);

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final InstantSource clock;
    private final Consumer<DisplayStream> ended;

    private @Nullable DisplayState last;
    private byte @Nullable [] next;
    private boolean open;
    private boolean closed;
    private boolean unflushed;
    private boolean flushed;
    private @Nullable Instant stuckSince;

    /** @param ended called once, when the connection has ended */
    DisplayStream(AsyncContext context, InstantSource clock, Consumer<DisplayStream> ended) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.clock = clock;
        this.ended = ended;
    }

    /** Starts sending; called on the request thread. */
    void start() {
        context.setTimeout(0);
        context.addListener(this);
        out.setWriteListener(this);
        // Some servers only call back after isReady() was called once.
        onWritePossible();
    }

    /** Sends this state unless it looks like the last one. */
    void show(DisplayState state) {
        synchronized (this) {
            if (last != null && state.looksLike(last)) {
                return;
            }
            last = state;
            next = frame(state.json());
        }
        send();
    }

    /** Sends a heartbeat, unless something else is pending. */
    void beat() {
        synchronized (this) {
            if (next != null) {
                return;
            }
            next = HEARTBEAT;
        }
        send();
    }

    /** Whether pending output has not been accepted for longer than that. */
    synchronized boolean isStuck(Duration patience) {
        return stuckSince != null && stuckSince.plus(patience).isBefore(clock.instant());
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            open = true;
            stuckSince = null;
        }
        send();
    }

    private void send() {
        boolean broken = false;
        synchronized (this) {
            try {
                while (open && !closed && hasMore() && out.isReady()) {
                    sendSome();
                }
                if (!hasMore()) {
                    stuckSince = null;
                } else if (open && stuckSince == null) {
                    stuckSince = clock.instant();
                }
            } catch (IOException | IllegalStateException e) {
                // The page is gone; it reconnects by itself.
                broken = true;
            }
        }
        if (broken) {
            close();
        }
    }

    private boolean hasMore() {
        return next != null || unflushed;
    }

    private void sendSome() throws IOException {
        byte[] now = next;
        if (now == null) {
            // Twice to begin with: Open Liberty ignores the first time.
            unflushed = !flushed;
            flushed = true;
            out.flush();
        } else {
            next = null;
            unflushed = true;
            out.write(now);
        }
    }

    private static byte[] frame(byte[] state) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(BEFORE.length + state.length + AFTER.length);
        frame.writeBytes(BEFORE);
        frame.writeBytes(state);
        frame.writeBytes(AFTER);
        return frame.toByteArray();
    }

    /** Ends the connection and discards pending output. */
    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        ended.accept(this);
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // The server has already ended it.
        }
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Async mode is started only once.
    }
}
