package com.ones1ght.bootstrap.telemetry;

import com.ones1ght.application.shared.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** TraceContexts in traces, between the application's form and OpenTelemetry's. */
final class TraceContexts {

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final String TRACEPARENT = "traceparent";
    private static final String TRACESTATE = "tracestate";

    private static final TextMapGetter<TraceContext> HEADERS = new TextMapGetter<>() {

        @Override
        public Iterable<String> keys(TraceContext carrier) {
            return List.of(TRACEPARENT, TRACESTATE);
        }

        @Override
        public @Nullable String get(@Nullable TraceContext carrier, String key) {
            if (carrier == null) {
                return null;
            }
            return key.equals(TRACEPARENT) ? carrier.traceparent() : carrier.tracestate();
        }
    };

    private TraceContexts() {}

    static Context read(TraceContext place) {
        return W3C.extract(Context.root(), place, HEADERS);
    }

    static TraceContext write(SpanContext span) {
        Map<String, String> headers = new HashMap<>();
        W3C.inject(Context.root().with(Span.wrap(span)), headers, Map::put);
        return new TraceContext(headers.get(TRACEPARENT), headers.get(TRACESTATE));
    }
}
