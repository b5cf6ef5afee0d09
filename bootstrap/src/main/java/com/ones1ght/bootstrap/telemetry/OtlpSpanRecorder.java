package com.ones1ght.bootstrap.telemetry;

import com.ones1ght.application.shared.TraceContext;
import com.ones1ght.application.shared.port.SpanRecorder;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Records spans by OpenTelemetry's SDK, which is used without anything global: no current span, no registered instance,
 * no thread of its own.
 */
public final class OtlpSpanRecorder implements SpanRecorder {

    private static final String SCOPE = "com.ones1ght";
    private static final int MAX_VALUE_LENGTH = 256;

    private final SpanQueue queue;
    private final Tracer tracer;

    OtlpSpanRecorder(SpanExporter exporter, Executor executor, double sampling, Resource resource) {
        this.queue = new SpanQueue(exporter, executor);
        this.tracer = SdkTracerProvider.builder()
                .setResource(resource)
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(sampling)))
                .setSpanLimits(SpanLimits.builder()
                        .setMaxAttributeValueLength(MAX_VALUE_LENGTH)
                        .build())
                .addSpanProcessor(queue)
                .build()
                .get(SCOPE);
    }

    /**
     * A recorder that sends nothing before its first {@link #send}.
     *
     * @param executor makes the exports, one at a time; they block for as long as the collector takes
     * @throws IllegalStateException on a server that puts an OpenTelemetry of its own before that of the application
     */
    public static OtlpSpanRecorder of(TelemetrySettings settings, ExecutorService executor) {
        requireOwnLibrary();
        OtlpHttpSpanExporterBuilder exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(settings.endpoint().toString())
                .setTimeout(settings.timeout())
                .setCompression("gzip")
                .setComponentLoader(CollectorSender.LOADER)
                .setExecutorService(executor);
        settings.headers().forEach(exporter::addHeader);
        AttributesBuilder attributes = Attributes.builder();
        settings.attributes().forEach(attributes::put);
        return new OtlpSpanRecorder(
                exporter.build(), executor, settings.sampling(), Resource.create(attributes.build()));
    }

    /** Another version would fail later, in requests. */
    private static void requireOwnLibrary() {
        ClassLoader own = OtlpSpanRecorder.class.getClassLoader();
        for (Class<?> type :
                List.of(Tracer.class, Context.class, SdkTracerProvider.class, OtlpHttpSpanExporter.class)) {
            if (type.getClassLoader() != own) {
                throw new IllegalStateException("ones1ght.telemetry.traces cannot be used on this server, which puts an"
                        + " OpenTelemetry of its own before that of the application.");
            }
        }
    }

    @Override
    public Recording start(Role role, String name, @Nullable TraceContext parent, @Nullable Instant startedAt) {
        Context context = parent == null ? Context.root() : TraceContexts.read(parent);
        SpanBuilder span = tracer.spanBuilder(name).setParent(context).setSpanKind(kind(role));
        if (startedAt != null) {
            span.setStartTimestamp(startedAt);
        }
        return new OpenTelemetryRecording(span.startSpan());
    }

    private static SpanKind kind(Role role) {
        return switch (role) {
            case SERVER -> SpanKind.SERVER;
            case CLIENT -> SpanKind.CLIENT;
            case CONSUMER -> SpanKind.CONSUMER;
            case INTERNAL -> SpanKind.INTERNAL;
        };
    }

    /** Has sent what has ended since the last time, unless an export is in progress. Does not block. */
    public void send() {
        queue.wake();
    }

    /** The number of spans that were discarded: the queue was full, or the collector did not take them. */
    public long dropped() {
        return queue.dropped();
    }

    /**
     * Sends what has ended, and discards what comes later.
     *
     * @param limit the time after which the rest is discarded
     */
    public void close(Duration limit) {
        // The provider stays as it is: requests that are still in progress go on within their traces.
        queue.close(limit);
    }
}
