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
 * One connected page. Holds no thread, and of all that is still to be sent only the newest state, since each state is
 * the whole of it. Whoever does not read is not waited for.
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
    private @Nullable Instant stuckSince;

    /** @param ended is called once, when nothing more can be sent */
    DisplayStream(AsyncContext context, InstantSource clock, Consumer<DisplayStream> ended) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.clock = clock;
        this.ended = ended;
    }

    /** Begins to send; on the thread of the request. */
    void start() {
        context.setTimeout(0);
        context.addListener(this);
        out.setWriteListener(this);
        // Not every server calls back before it has been asked once whether it is ready.
        onWritePossible();
    }

    /** Sends this state unless it looks like the one that was sent last. */
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

    /** Shows that the connection lives, unless something else is on its way that shows it. */
    void beat() {
        synchronized (this) {
            if (next != null) {
                return;
            }
            next = HEARTBEAT;
        }
        send();
    }

    /** Whether what was sent has not been taken for longer than that. */
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
                // The page has gone; it comes again by itself.
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
            unflushed = false;
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

    /** Ends the connection, whatever is still to be sent. */
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
            // The server has ended it already.
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
        // It is started once.
    }
}
