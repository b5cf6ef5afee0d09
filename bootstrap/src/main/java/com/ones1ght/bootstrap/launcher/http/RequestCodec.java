package com.ones1ght.bootstrap.launcher.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContext;
import org.glassfish.grizzly.http.HttpEvents.ResponseCompleteEvent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpPacketParsing;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.KeepAlive;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * Grizzly's HTTP codec, extended: checks request heads and answers malformed ones in the envelope of the API. A head that
 * arrives slowly holds no thread and has a deadline. {@code Upgrade} is ignored.
 */
final class RequestCodec extends HttpServerFilter {

    static final int MAX_HEAD_BYTES = 16_384;
    static final int MAX_HEADERS = 100;

    /** How much pipelined input is read at once and buffered. */
    private static final int READ_BYTES = 16_384;

    /** How much of an event stream is buffered for a slow client before the stream cannot write. */
    private static final int MAX_UNREAD_STREAM_BYTES = 262_144;

    private static final Attribute<HttpRequestPacket> IN_PROGRESS =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(HTTP_SERVER_REQUEST_ATTR_NAME);
    private static final Attribute<Deadline> HEAD_DEADLINE =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(RequestCodec.class.getName() + ".head-deadline");

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Buffer SOMETHING = Buffers.wrap(null, new byte[1]);

    private final BodyLimits limits;
    private final BooleanSupplier isServing;
    private final LingeringClose closing;
    private final UnreadAnswers unread;
    private final ScheduledExecutorService timers;

    @SuppressWarnings("deprecation") // The only constructor.
    RequestCodec(
            KeepAlive keepAlive,
            BodyLimits limits,
            BooleanSupplier isServing,
            LingeringClose closing,
            UnreadAnswers unread,
            ScheduledExecutorService timers) {
        super(true, MAX_HEAD_BYTES, null, keepAlive, null, MAX_HEADERS, MAX_HEADERS);
        this.closing = closing;
        this.unread = unread;
        this.timers = timers;
        this.limits = limits;
        this.isServing = isServing;
        // Clients may send it; it is ignored.
        setAllowPayloadForUndefinedHttpMethods(true);
    }

    @Override
    public NextAction handleAccept(FilterChainContext ctx) throws IOException {
        NIOConnection connection = (NIOConnection) ctx.getConnection();
        connection.setReadBufferSize(READ_BYTES);
        // No thread waits for a client to read; UnreadAnswers counts instead.
        connection.setMaxAsyncWriteQueueSize(Integer.MAX_VALUE);
        return super.handleAccept(ctx);
    }

    @Override
    public NextAction handleRead(FilterChainContext ctx) throws IOException {
        NIOConnection connection = (NIOConnection) ctx.getConnection();
        NextAction next;
        // Not while a deadline discards the request: requests are pooled, and the object may be reused.
        synchronized (connection) {
            if (closing.isEnding(connection)) {
                return ctx.getStopAction();
            }
            if (IN_PROGRESS.get(connection) == null) {
                if (!skipEmptyLines(ctx)) {
                    return ctx.getStopAction();
                }
                NextAction suspended = ctx.getSuspendAction();
                if (unread.hold(connection, ctx)) {
                    return suspended;
                }
            }
            next = super.handleRead(ctx);
        }
        // The context may belong to another request by now.
        return isOnTime(connection) ? next : ctx.getStopAction();
    }

    /** Some clients send one after a body. Returns whether anything is left. */
    private static boolean skipEmptyLines(FilterChainContext ctx) {
        Buffer input = ctx.getMessage();
        int start = input.position();
        while (start < input.limit() && (input.get(start) == '\r' || input.get(start) == '\n')) {
            start++;
        }
        if (start > input.position()) {
            ctx.setMessage(input.slice(start, input.limit()));
        }
        return start < input.limit();
    }

    private boolean isOnTime(NIOConnection connection) {
        HttpRequestPacket current = IN_PROGRESS.get(connection);
        Deadline deadline = HEAD_DEADLINE.get(connection);
        if (current instanceof HttpPacketParsing head && !head.isHeaderParsed()) {
            if (deadline == null && !closing.isEnding(connection)) {
                Runnable late =
                        () -> closing.answer(connection, Refusal.headTimeout().response(current));
                HEAD_DEADLINE.set(connection, new Deadline(timers, limits.timeout(), late));
            }
            return true;
        }
        if (deadline == null) {
            return true;
        }
        HEAD_DEADLINE.remove(connection);
        return deadline.meet();
    }

    @Override
    public NextAction handleClose(FilterChainContext ctx) throws IOException {
        Deadline deadline = HEAD_DEADLINE.remove(ctx.getConnection());
        if (deadline != null) {
            deadline.meet();
        }
        unread.forget((NIOConnection) ctx.getConnection());
        return super.handleClose(ctx);
    }

    @Override
    protected void onIncomingUpgrade(FilterChainContext ctx, HttpHeader header) {
        header.getUpgradeDC().recycle();
    }

    @Override
    protected boolean onHttpHeaderParsed(HttpHeader header, Buffer buffer, FilterChainContext ctx) {
        HttpRequestPacket request = (HttpRequestPacket) header;
        boolean isLast = RequestHead.check(request);
        boolean isMalformed = request.requiresAcknowledgement() && !buffer.hasRemaining()
                ? acknowledge(request, ctx)
                : super.onHttpHeaderParsed(header, buffer, ctx);
        if (isLast) {
            request.getProcessingState().setKeepAlive(false);
        }
        if (!request.isChunked() && buffer.remaining() > Math.max(0, request.getContentLength())) {
            RequestDispatcher.markPipelined(ctx);
        }
        return isMalformed;
    }

    private boolean acknowledge(HttpRequestPacket request, FilterChainContext ctx) {
        // Grizzly would send 100 Continue only when the application is called, which waits for the body. It does not
        // when part of the body seems to have arrived.
        boolean isMalformed = super.onHttpHeaderParsed(request, SOMETHING, ctx);
        if (!isMalformed && request.isExpectContent() && request.getContentLength() <= limits.maxBytes()) {
            ctx.write(Buffers.wrap(ctx.getMemoryManager(), CONTINUE));
        }
        return isMalformed;
    }

    @Override
    protected void onHttpHeaderError(HttpHeader header, FilterChainContext ctx, Throwable cause) {
        Refusal refusal = cause instanceof RefusedRequestException refused
                ? refused.refusal()
                : Refusal.badRequest("The head of the request is malformed or too large");
        refuse(header, ctx, refusal);
    }

    @Override
    protected void onHttpContentError(HttpHeader header, FilterChainContext ctx, Throwable cause) {
        refuse(header, ctx, Refusal.badRequest("The chunked body is malformed"));
        header.setContentBroken(true);
    }

    private void refuse(HttpHeader header, FilterChainContext ctx, Refusal refusal) {
        Refusal first = isServing.getAsBoolean() ? refusal : Refusal.notServing();
        closing.answer((NIOConnection) ctx.getConnection(), first.response((HttpRequestPacket) header));
    }

    @Override
    protected void onInitialLineEncoded(HttpHeader header, FilterChainContext ctx) {
        header.getHeaders().setValue("X-Frame-Options").setString("SAMEORIGIN");
        String type = header.getContentType();
        if (type != null && type.startsWith("text/event-stream")) {
            ctx.getConnection().setMaxAsyncWriteQueueSize(MAX_UNREAD_STREAM_BYTES);
        }
    }

    @Override
    public NextAction handleWrite(FilterChainContext ctx) throws IOException {
        if (HttpPacket.isHttp(ctx.getMessage())) {
            unread.count((NIOConnection) ctx.getConnection());
        }
        return super.handleWrite(ctx);
    }

    @Override
    public NextAction handleEvent(FilterChainContext ctx, FilterChainEvent event) throws IOException {
        NIOConnection connection = (NIOConnection) ctx.getConnection();
        if (event.type() != ResponseCompleteEvent.TYPE) {
            return super.handleEvent(ctx, event);
        }
        unread.complete(connection);
        if (!closing.isEnding(connection)) {
            HttpRequestPacket request = HttpContext.get(ctx).getRequest();
            if (!request.getProcessingState().isKeepAlive() && !request.isExpectContent()) {
                // The connection closes after this answer: pipelined requests after it are discarded.
                closing.stopReading(connection);
            }
            return super.handleEvent(ctx, event);
        }
        ctx.flush(new EmptyCompletionHandler<Object>() {

            @Override
            public void completed(Object result) {
                closing.finish(connection);
            }
        });
        return ctx.getStopAction();
    }
}
