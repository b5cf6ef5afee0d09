package com.ones1ght.application.shared.port;

import com.ones1ght.application.shared.TraceContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Records spans: pieces of work with a beginning and an end, as parts of distributed traces. Neither blocks nor fails,
 * whatever becomes of the records. Safe for use by many threads.
 */
public interface SpanRecorder {

    /**
     * Starts a span.
     *
     * @param name one of few; contains nothing that clients sent
     * @param parent the place in the trace that the work belongs to; null starts a new trace
     * @param startedAt when the work began, not after now; null means now
     */
    Recording start(Role role, String name, @Nullable TraceContext parent, @Nullable Instant startedAt);

    /** The part that a span plays between two systems, as in OpenTelemetry. */
    enum Role {
        /** Handles a request of another system. */
        SERVER,
        /** Calls another system. */
        CLIENT,
        /** Takes up what was queued, perhaps by another node. */
        CONSUMER,
        INTERNAL
    }

    /** A span that has been started. */
    interface Recording {

        /** The span's place in its trace: the parent of what is done within it. */
        TraceContext place();

        /** Whether the trace is sampled; otherwise what is recorded is discarded. */
        boolean isSampled();

        /** Replaces the name, by one of few, too. */
        void name(String name);

        void attribute(String name, String value);

        void attribute(String name, long value);

        /**
         * Marks the work as failed.
         *
         * @param type the kind of failure, without its details
         */
        void fail(String type);

        /** The work is over. Called once, by any thread. */
        void end();
    }
}
