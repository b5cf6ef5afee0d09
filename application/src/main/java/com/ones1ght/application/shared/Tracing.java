package com.ones1ght.application.shared;

import com.ones1ght.application.shared.port.SpanRecorder;
import com.ones1ght.application.shared.port.SpanRecorder.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Starts spans for the work that is done for requests. Off, it costs next to nothing, and the client's trace is passed
 * on unchanged.
 *
 * @param recorder null when traces are off
 */
public record Tracing(@Nullable SpanRecorder recorder) {

    public static final Tracing OFF = new Tracing(null);

    /** Whether spans are recorded at all. */
    public boolean isOn() {
        return recorder != null;
    }

    /** Starts a span of the thread's request; what is done for no request is not traced. */
    public Span begin(Role role, String name) {
        return begin(role, name, Correlation.current());
    }

    /** The same for a given request. */
    public Span begin(Role role, String name, @Nullable Correlation request) {
        return begin(role, name, request, null);
    }

    /**
     * The same for work that began earlier.
     *
     * @param startedAt when it began; null means now
     */
    public Span begin(Role role, String name, @Nullable Correlation request, @Nullable Instant startedAt) {
        if (recorder == null || request == null) {
            return new Span(request, null);
        }
        SpanRecorder.Recording recording = recorder.start(role, name, request.trace(), startedAt);
        return new Span(request.at(recording.place()), recording);
    }
}
