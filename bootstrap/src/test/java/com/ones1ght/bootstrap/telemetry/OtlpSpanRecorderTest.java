package com.ones1ght.bootstrap.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.ones1ght.application.shared.TraceContext;
import com.ones1ght.application.shared.port.SpanRecorder.Recording;
import com.ones1ght.application.shared.port.SpanRecorder.Role;
import com.ones1ght.bootstrap.telemetry.OtlpReceiver.Received;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpSpanRecorderTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final TraceContext SAMPLED = new TraceContext("00-" + TRACE + "-" + PARENT + "-01", "a=1,b=2");
    private static final TraceContext UNSAMPLED = new TraceContext("00-" + TRACE + "-" + PARENT + "-00", "a=1");
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** The machine may be busy with other things. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final OtlpReceiver collector = new OtlpReceiver();

    @AfterEach
    void close() {
        collector.close();
        thread.shutdownNow();
    }

    private OtlpSpanRecorder recorder(URI collectorUrl, double sampling, Duration timeout) {
        return OtlpSpanRecorder.of(
                new TelemetrySettings(
                        URI.create(collectorUrl + "/v1/traces"),
                        Map.of("Authorization", "Basic c2VjcmV0"),
                        sampling,
                        timeout,
                        Map.of("service.name", "gateway", "service.instance.id", "node-1")),
                thread);
    }

    private OtlpSpanRecorder recorder(double sampling) {
        return recorder(collector.base(), sampling, PATIENCE);
    }

    @Test
    void spanShouldBePartOfItsParentsTrace() {
        OtlpSpanRecorder recorder = recorder(0);
        Recording span =
                recorder.start(Role.CLIENT, "call", SAMPLED, Instant.now().minusSeconds(5));
        span.attribute("text", "x".repeat(1_000));
        span.attribute("number", 7);
        span.fail("timeout");
        span.end();
        recorder.close(PATIENCE);

        assertThat(span.place().traceId()).isEqualTo(TRACE);
        assertThat(span.place().traceparent()).endsWith("-01").doesNotContain(PARENT);
        assertThat(span.place().tracestate()).isEqualTo("a=1,b=2");
        Received received = collector.spans().get(0);
        assertThat(collector.spans()).hasSize(1);
        assertThat(received.node()).isEqualTo("node-1");
        assertThat(received.trace()).isEqualTo(TRACE);
        assertThat(received.parent()).isEqualTo(PARENT);
        assertThat(span.place().traceparent()).contains(received.id());
        assertThat(received.name()).isEqualTo("call");
        assertThat(received.kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
        assertThat(received.failed()).isTrue();
        assertThat(received.attributes())
                .isEqualTo(Map.of("text", "x".repeat(256), "number", "7", "error.type", "timeout"));
        assertThat(collector.headers().get(0).get("Authorization")).containsExactly("Basic c2VjcmV0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void traceThatItsSenderDoesNotRecordShouldNotBeRecordedHere(double sampling) {
        OtlpSpanRecorder recorder = recorder(sampling);
        Recording span = recorder.start(Role.SERVER, "request", UNSAMPLED, null);
        span.end();
        recorder.close(PATIENCE);

        assertThat(span.isSampled()).isFalse();
        assertThat(span.place().traceId()).isEqualTo(TRACE);
        assertThat(span.place().traceparent()).endsWith("-00");
        assertThat(collector.spans()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1})
    void shareOfNewTracesShouldBeAsSet(double sampling) {
        OtlpSpanRecorder recorder = recorder(sampling);
        long sampled = IntStream.range(0, 10_000)
                .mapToObj(i -> recorder.start(Role.SERVER, "request", null, null))
                .filter(Recording::isSampled)
                .count();

        assertThat(sampled / 10_000.0).isCloseTo(sampling, within(0.03));
    }

    @Test
    void childrenShouldBeSampledLikeTheirParent() {
        OtlpSpanRecorder recorder = recorder(0.5);
        for (int i = 0; i < 100; i++) {
            Recording parent = recorder.start(Role.SERVER, "request", null, null);
            Recording child = recorder.start(Role.INTERNAL, "work", parent.place(), null);

            assertThat(child.isSampled()).isEqualTo(parent.isSampled());
            assertThat(child.place().traceId()).isEqualTo(parent.place().traceId());
        }
    }

    @Test
    void manySpansShouldBeSentWithoutWaitingForTheClose() {
        OtlpSpanRecorder recorder = recorder(1);
        end(recorder, 1_200);

        await().atMost(PATIENCE).until(() -> collector.spans().size() >= 1_024);
        recorder.close(PATIENCE);

        assertThat(collector.spans()).hasSize(1_200);
        assertThat(recorder.dropped()).isZero();
    }

    @Test
    void unreachableCollectorShouldNeitherDelayNorBeWaitedFor() {
        OtlpSpanRecorder recorder = recorder(URI.create("http://127.0.0.1:1"), 1, SECOND);
        shouldDiscardQuickly(recorder);
    }

    @Test
    void silentCollectorShouldNeitherDelayNorBeWaitedFor() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            OtlpSpanRecorder recorder = recorder(URI.create("http://127.0.0.1:" + silent.getLocalPort()), 1, SECOND);
            shouldDiscardQuickly(recorder);
        }
    }

    private static void shouldDiscardQuickly(OtlpSpanRecorder recorder) {
        long start = System.nanoTime();
        end(recorder, 20_000);
        Duration ended = Duration.ofNanos(System.nanoTime() - start);
        recorder.close(SECOND);
        Duration closed = Duration.ofNanos(System.nanoTime() - start).minus(ended);

        assertThat(ended).isLessThan(PATIENCE);
        assertThat(closed).isLessThan(PATIENCE);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(recorder.dropped()).isEqualTo(20_000));
    }

    @Test
    void rejectedSpansShouldBeCountedAndLaterOnesSent() {
        OtlpSpanRecorder recorder = recorder(1);
        collector.answer(400);
        end(recorder, 10);
        recorder.send();
        await().atMost(PATIENCE).until(() -> recorder.dropped() == 10);

        collector.answer(200);
        end(recorder, 5);
        recorder.send();
        await().atMost(PATIENCE).until(() -> collector.spans().size() == 5);
        recorder.close(PATIENCE);

        assertThat(recorder.dropped()).isEqualTo(10);
    }

    @Test
    void outageShouldBeLoggedAtItsBeginAndItsEnd() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler handler = new StreamHandler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getLevel() + " " + new SimpleFormatter().formatMessage(entry));
            }
        };
        Logger root = Logger.getLogger(CollectorSender.class.getName());
        root.addHandler(handler);
        try {
            OtlpSpanRecorder recorder = recorder(1);
            collector.answer(401);
            for (int i = 1; i <= 3; i++) {
                export(recorder, i);
            }
            collector.answer(200);
            end(recorder, 1);
            recorder.close(PATIENCE);
        } finally {
            root.removeHandler(handler);
        }

        assertThat(logged)
                .containsExactly(
                        "WARNING The collector of traces answers 401; spans are discarded until it takes them again",
                        "INFO The collector of traces takes spans again");
    }

    private static void export(OtlpSpanRecorder recorder, int droppedThen) {
        end(recorder, 1);
        recorder.send();
        await().atMost(PATIENCE).until(() -> recorder.dropped() == droppedThen);
    }

    @Test
    void spansAfterTheCloseShouldBeDiscarded() {
        OtlpSpanRecorder recorder = recorder(1);
        recorder.close(PATIENCE);
        end(recorder, 3);

        assertThat(recorder.start(Role.CLIENT, "call", SAMPLED, null).place().traceId())
                .isEqualTo(TRACE);
        assertThat(collector.spans()).isEmpty();
        assertThat(recorder.dropped()).isEqualTo(3);
    }

    @Test
    void settingsShouldNotTellTheirHeaders() {
        assertThat(new TelemetrySettings(URI.create("http://x"), Map.of("Authorization", "secret"), 1, SECOND, Map.of())
                        .toString())
                .doesNotContain("secret");
    }

    private static void end(OtlpSpanRecorder recorder, int count) {
        List.copyOf(IntStream.range(0, count).boxed().toList())
                .forEach(i -> recorder.start(Role.INTERNAL, "work", null, null).end());
    }
}
