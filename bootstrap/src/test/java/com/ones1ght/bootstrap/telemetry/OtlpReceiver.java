package com.ones1ght.bootstrap.telemetry;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** A collector of traces on a local socket: OTLP over HTTP, as protobuf. */
public final class OtlpReceiver implements AutoCloseable {

    /**
     * A span as it was received.
     *
     * @param node the {@code service.instance.id} of its sender
     * @param trace its trace, in hexadecimal digits, as are its own id and its parent's
     * @param parent empty for the first of its trace
     * @param attributes integers as decimal digits
     */
    public record Received(
            String node,
            String trace,
            String id,
            String parent,
            String name,
            Span.SpanKind kind,
            boolean failed,
            Map<String, String> attributes) {}

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> spans = new CopyOnWriteArrayList<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;

    public OtlpReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    /** The address without the path. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers with this status from now on; with another one than 200, the spans do not count. */
    public void answer(int newStatus) {
        status = newStatus;
    }

    /** All spans so far. */
    public List<Received> spans() {
        return List.copyOf(spans);
    }

    /** Those of a trace. */
    public List<Received> spansOf(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    /** Whatever came, in readable form, with all its names and values. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    /** The headers of each export. */
    public List<Map<String, List<String>>> headers() {
        return List.copyOf(headers);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = new GZIPInputStream(exchange.getRequestBody())) {
            ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(body);
            if (status == 200) {
                headers.add(Map.copyOf(exchange.getRequestHeaders()));
                texts.add(new String(request.toByteArray(), StandardCharsets.UTF_8));
                request.getResourceSpansList().forEach(this::add);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private void add(ResourceSpans received) {
        String node = attributes(received.getResource().getAttributesList()).getOrDefault("service.instance.id", "");
        List<Received> added = new ArrayList<>();
        received.getScopeSpansList()
                .forEach(scope -> scope.getSpansList().forEach(span -> added.add(received(node, span))));
        spans.addAll(added);
    }

    private static Received received(String node, Span span) {
        return new Received(
                node,
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                hex(span.getParentSpanId()),
                span.getName(),
                span.getKind(),
                span.getStatus().getCodeValue() == 2,
                attributes(span.getAttributesList()));
    }

    private static Map<String, String> attributes(List<KeyValue> list) {
        Map<String, String> attributes = new TreeMap<>();
        list.forEach(each -> attributes.put(
                each.getKey(),
                each.getValue().hasIntValue()
                        ? Long.toString(each.getValue().getIntValue())
                        : each.getValue().getStringValue()));
        return attributes;
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
