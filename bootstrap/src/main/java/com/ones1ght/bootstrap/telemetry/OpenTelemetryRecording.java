package com.ones1ght.bootstrap.telemetry;

import com.ones1ght.application.shared.TraceContext;
import com.ones1ght.application.shared.port.SpanRecorder.Recording;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/** A span of OpenTelemetry. */
record OpenTelemetryRecording(Span span, TraceContext place) implements Recording {

    OpenTelemetryRecording(Span span) {
        this(span, TraceContexts.write(span.getSpanContext()));
    }

    @Override
    public boolean isSampled() {
        return span.isRecording();
    }

    @Override
    public void name(String name) {
        span.updateName(name);
    }

    @Override
    public void attribute(String name, String value) {
        span.setAttribute(name, value);
    }

    @Override
    public void attribute(String name, long value) {
        span.setAttribute(name, value);
    }

    @Override
    public void fail(String type) {
        span.setStatus(StatusCode.ERROR).setAttribute("error.type", type);
    }

    @Override
    public void end() {
        span.end();
    }
}
