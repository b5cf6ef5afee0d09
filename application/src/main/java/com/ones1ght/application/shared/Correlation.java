package com.ones1ght.application.shared;

import com.ones1ght.domain.shared.Require;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a client's request is known by outside of the gateway. It accompanies the work that is done for the request, also
 * later and on another node, so that calls to upstreams bear it and their logs can be read together. It decides nothing,
 * and so goes beside the parameters of use cases and ports, with the thread that works.
 *
 * @param requestId the request's {@code X-Request-Id}
 * @param traceparent the header of W3C Trace Context as the client sent it; null when it sent none, or no valid one
 */
public record Correlation(String requestId, @Nullable String traceparent) {

    /** Version, trace, parent and flags. */
    private static final String TRACEPARENT =
            "(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}";

    private static final ThreadLocal<@Nullable Correlation> CURRENT = new ThreadLocal<>();

    public Correlation {
        Require.notBlank(requestId, "X-Request-Id");
    }

    /** A header that is none of W3C Trace Context's is dropped: nobody could do anything with it. */
    public static Correlation of(String requestId, @Nullable String traceparent) {
        boolean isValid = traceparent != null && traceparent.matches(TRACEPARENT);
        return new Correlation(requestId, isValid ? traceparent : null);
    }

    /** That of the work that this thread does; null when it works for no request. */
    public static @Nullable Correlation current() {
        return CURRENT.get();
    }

    /** From now on this thread works for the request, null for none, until the scope is ended. */
    public static Scope begin(@Nullable Correlation correlation) {
        Correlation before = CURRENT.get();
        set(correlation);
        return () -> set(before);
    }

    /** Works for the request, null for none. */
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

    /** Work for another thread, for the request that this one works for. */
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

    /** The headers under which a call to another system bears it. */
    public Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>(Map.of("X-Request-Id", requestId));
        if (traceparent != null) {
            headers.put("traceparent", traceparent);
        }
        return headers;
    }

    /** The headers of the work that this thread does; none when it works for no request. */
    public static Map<String, String> currentHeaders() {
        Correlation current = CURRENT.get();
        return current == null ? Map.of() : current.headers();
    }

    /** For the log: an id of ours, and the request that it is about, if there is one. */
    public static String named(Object id, @Nullable Correlation correlation) {
        return correlation == null ? id.toString() : id + " (request " + correlation.requestId() + ")";
    }

    /** How long a thread works for a request. */
    @FunctionalInterface
    public interface Scope {

        /** The thread works for whatever it has worked for before. */
        void end();
    }
}
