package com.ones1ght.application.shared;

import com.ones1ght.application.shared.port.SpanRecorder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Keeps spans in memory, in the order of their start. */
public final class RecordedSpans implements SpanRecorder {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    /** @param parent its place; null for the first of a trace */
    public record Recorded(
            Role role,
            AtomicReference<String> latestName,
            @Nullable TraceContext parent,
            @Nullable Instant startedAt,
            TraceContext place,
            Map<String, String> attributes,
            List<String> ends)
            implements Recording {

        /** The latest. */
        public String name() {
            return latestName.get();
        }

        @Override
        public void name(String name) {
            latestName.set(name);
        }

        @Override
        public boolean isSampled() {
            return true;
        }

        @Override
        public void attribute(String attribute, String value) {
            attributes.put(attribute, value);
        }

        @Override
        public void attribute(String attribute, long value) {
            attributes.put(attribute, Long.toString(value));
        }

        @Override
        public void fail(String type) {
            attributes.put("error.type", type);
        }

        @Override
        public void end() {
            ends.add("end");
        }
    }

    private final List<Recorded> spans = new CopyOnWriteArrayList<>();

    @Override
    public Recording start(Role role, String name, @Nullable TraceContext parent, @Nullable Instant startedAt) {
        String trace = parent == null ? TRACE : parent.traceId();
        TraceContext place = new TraceContext("00-%s-%016x-01".formatted(trace, spans.size() + 1), null);
        Recorded span = new Recorded(
                role,
                new AtomicReference<>(name),
                parent,
                startedAt,
                place,
                new ConcurrentHashMap<>(),
                new CopyOnWriteArrayList<>());
        spans.add(span);
        return span;
    }

    public List<Recorded> spans() {
        return List.copyOf(spans);
    }

    public List<Recorded> named(String name) {
        return spans.stream().filter(span -> span.name().equals(name)).toList();
    }
}
