package com.ones1ght.bootstrap.launcher;

import com.ones1ght.bootstrap.launcher.http.RequestFilters;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpEvents;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOTransport;
import org.jspecify.annotations.Nullable;

/**
 * The first filter after the parsing of HTTP; tracks active requests. Before the application is deployed and once it is
 * closed, it answers new requests with 503 in the envelope of the API. Requests accepted before are finished, and their
 * connections close after the answer.
 */
final class RequestGate extends BaseFilter {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final String RETRY_SECONDS = "2";

    /** Marks the request as accepted, even if it reaches the application after the stop has begun. */
    private static final String ACCEPTED = "com.ones1ght.http.accepted";

    /** The active request of each connection; HTTP/1.1 has one at a time. */
    private final Map<Connection<?>, HttpRequestPacket> underWay = new ConcurrentHashMap<>();

    private volatile boolean open;
    private volatile boolean ending;
    private volatile @Nullable NIOTransport transport;

    /** Passes new requests to the application. */
    void open() {
        open = true;
    }

    /** Serves on, and ends each connection after its next answer: proxies find another node before requests are refused. */
    void drain() {
        ending = true;
    }

    /** Refuses new requests; connections close after the answers to active ones. */
    void close() {
        open = false;
        drain();
        underWay.values().forEach(request -> request.getProcessingState().setKeepAlive(false));
    }

    boolean isOpen() {
        return open;
    }

    /** The number of accepted requests that are not fully answered. */
    int requestsUnderWay() {
        return underWay.size();
    }

    /** The transport of the connections; null before the first. */
    @Nullable
    NIOTransport transport() {
        return transport;
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) {
        transport = (NIOTransport) context.getConnection().getTransport();
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        underWay.remove(context.getConnection());
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        HttpRequestPacket request = request(context);
        Connection<?> connection = context.getConnection();
        if (request == null || underWay.get(connection) == request) {
            return context.getInvokeAction();
        }
        // Health checks continue, and expect the form of their own endpoint.
        if (!open && !RequestFilters.isProbe(request)) {
            turnAway(context, request);
            return context.getStopAction();
        }
        request.setAttribute(ACCEPTED, Boolean.TRUE);
        underWay.put(connection, request);
        if (!connection.isOpen()) {
            // Closed concurrently, before the request was registered.
            underWay.remove(connection);
        }
        return context.getInvokeAction();
    }

    private static @Nullable HttpRequestPacket request(FilterChainContext context) {
        return context.getMessage() instanceof HttpContent content
                        && content.getHttpHeader() instanceof HttpRequestPacket request
                ? request
                : null;
    }

    @Override
    public NextAction handleWrite(FilterChainContext context) {
        if (context.getMessage() instanceof HttpPacket packet) {
            HttpHeader header = packet.getHttpHeader();
            if ((ending || !open) && header != null && !header.isCommitted()) {
                header.getProcessingState().setKeepAlive(false);
            }
            if (packet instanceof HttpContent content && content.isLast()) {
                underWay.remove(context.getConnection());
            }
        }
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
        if (event.type() == HttpEvents.ResponseCompleteEvent.TYPE) {
            underWay.remove(context.getConnection());
        }
        return context.getInvokeAction();
    }

    private static void turnAway(FilterChainContext context, HttpRequestPacket request) {
        String requestId = requestId(request.getHeader(REQUEST_ID));
        byte[] body = ("{\"success\":false,\"code\":\"UNAVAILABLE\",\"message\":\"The service is starting or stopping;"
                        + " try again later\",\"request_id\":" + quoted(requestId) + "}")
                .getBytes(StandardCharsets.UTF_8);
        HttpResponsePacket response = request.getResponse();
        HttpStatus.SERVICE_UNAVAILABLE_503.setValues(response);
        response.setHeader(REQUEST_ID, requestId);
        response.setHeader("Retry-After", RETRY_SECONDS);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getProcessingState().setKeepAlive(false);
        boolean isHead = "HEAD".equals(request.getMethod().getMethodString());
        context.write(response.httpContentBuilder()
                .content(Buffers.wrap(context.getMemoryManager(), isHead ? new byte[0] : body))
                .last(true)
                .build());
        // The rest of the request's body is read and discarded, then the connection is closed.
        context.notifyDownstream(HttpServerFilter.RESPONSE_COMPLETE_EVENT);
    }

    /** The client's id, if it has 1 to 128 visible ASCII characters, else a new one. */
    private static String requestId(@Nullable String sent) {
        return sent != null && sent.matches("[!-~]{1,128}")
                ? sent
                : UUID.randomUUID().toString();
    }

    private static String quoted(String visibleAscii) {
        return '"' + visibleAscii.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
