package com.ones1ght.application.shared;

import com.ones1ght.domain.shared.Require;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ids by which a client's request is known outside of the gateway. They accompany all work for the request, also
 * later and on other nodes, and are sent with calls to upstreams, so that logs can be correlated. No decision depends on
 * them, so they are bound to the working thread instead of being parameters of use cases and ports.
 *
 * @param requestId the request's {@code X-Request-Id}
 * @param trace the place in the trace under which the work is done: the client's, or the current span of this gateway;
 *     null when the client sent none, or no valid one, and the gateway records none
 */
public record Correlation(String requestId, @Nullable TraceContext trace) {

    private static final ThreadLocal<@Nullable Correlation> CURRENT = new ThreadLocal<>();

    public Correlation {
        Require.notBlank(requestId, "X-Request-Id");
    }

    /** The correlation of a request by its headers; those of an invalid trace are dropped. */
    public static Correlation of(String requestId, @Nullable String traceparent, @Nullable String tracestate) {
        return new Correlation(
                requestId, TraceContext.read(traceparent, tracestate).orElse(null));
    }

    /** The same request at another place in its trace. */
    public Correlation at(TraceContext place) {
        return new Correlation(requestId, place);
    }

    /** The id of the trace, 32 hexadecimal digits; null without a trace. */
    public @Nullable String traceId() {
        return trace == null ? null : trace.traceId();
    }

    /** The correlation of this thread's work; null when it works for no request. */
    public static @Nullable Correlation current() {
        return CURRENT.get();
    }

    /** Binds this thread to the request, null for none, until the scope ends. */
    public static Scope begin(@Nullable Correlation correlation) {
        Correlation before = CURRENT.get();
        set(correlation);
        return () -> set(before);
    }

    /** Performs work for the request, null for none. */
    public static <T> T during(@Nullable Correlation correlation, Supplier<T> work) {
        Scope scope = begin(correlation);
        try {
            return work.get();
        } finally {
            scope.end();
        }
    }

    private static void set(@Nullable Correlation correlation) {
        if (correlation == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(correlation);
        }
    }

    /** The work, bound to the request of this thread wherever it runs. */
    public static Runnable keptBy(Runnable work) {
        Correlation correlation = CURRENT.get();
        return () -> {
            Scope scope = begin(correlation);
            try {
                work.run();
            } finally {
                scope.end();
            }
        };
    }

    /** The headers that a call to another system sends. */
    public Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>(Map.of("X-Request-Id", requestId));
        if (trace != null) {
            headers.put("traceparent", trace.traceparent());
            if (trace.tracestate() != null) {
                headers.put("tracestate", trace.tracestate());
            }
        }
        return headers;
    }

    /** The headers of this thread's request; none when it works for no request. */
    public static Map<String, String> currentHeaders() {
        Correlation current = CURRENT.get();
        return current == null ? Map.of() : current.headers();
    }

    /** For the log: an id, with the request that it belongs to if there is one. */
    public static String named(Object id, @Nullable Correlation correlation) {
        return correlation == null ? id.toString() : id + " (request " + correlation.requestId() + ")";
    }

    /** The time during which a thread is bound to a request. */
    @FunctionalInterface
    public interface Scope {

        /** Restores the thread's previous binding. */
        void end();
    }
}
