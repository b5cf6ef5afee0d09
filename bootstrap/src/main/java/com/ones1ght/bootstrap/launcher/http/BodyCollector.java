package com.ones1ght.bootstrap.launcher.http;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.ProcessorExecutor;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpBrokenContent;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpEvents.ResponseCompleteEvent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * Passes a request on once its body has arrived, so that no thread ever waits for one. A request whose body is late or too
 * large is passed on without it, marked by an attribute: only the application knows which error takes precedence.
 */
final class BodyCollector extends BaseFilter {

    /** The attribute of a request with an incomplete body; the application reads it by this name. */
    private static final String INCOMPLETE = "com.ones1ght.http.incomplete-body";

    private static final String LATE = "late";
    private static final String TOO_LARGE = "too-large";

    private static final Attribute<PendingBody> PENDING =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(BodyCollector.class.getName());

    /** The size of a complete body whose request is not answered yet and may still wait for a thread. */
    private static final Attribute<Integer> COLLECTED =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(BodyCollector.class.getName() + ".collected");

    private final BodyLimits limits;
    private final LingeringClose closing;
    private final ScheduledExecutorService timers;
    private final long maxBytesOfAll;
    private final AtomicLong bytesOfAll = new AtomicLong();

    /** @param maxBytesOfAll the most that all pending bodies together may take */
    BodyCollector(BodyLimits limits, long maxBytesOfAll, LingeringClose closing, ScheduledExecutorService timers) {
        this.limits = limits;
        this.maxBytesOfAll = maxBytesOfAll;
        this.closing = closing;
        this.timers = timers;
    }

    @Override
    public NextAction handleRead(FilterChainContext ctx) throws IOException {
        Object message = ctx.getMessage();
        if (!(message instanceof HttpContent content)) {
            return ctx.getInvokeAction();
        }
        NIOConnection connection = (NIOConnection) ctx.getConnection();
        PendingBody pending = PENDING.get(connection);
        if (content instanceof HttpBrokenContent) {
            // The codec has already answered.
            discard(connection);
            return ctx.getStopAction();
        }
        if (pending == null) {
            return content.isLast() ? ctx.getInvokeAction() : begin(ctx, connection, content);
        }
        return add(ctx, connection, pending, content);
    }

    private NextAction begin(FilterChainContext ctx, NIOConnection connection, HttpContent content) {
        HttpRequestPacket request = (HttpRequestPacket) content.getHttpHeader();
        boolean isTooLarge = request.getContentLength() > limits.maxBytes();
        if (isTooLarge) {
            content.recycle();
            ctx.setMessage(cutOff(connection, request, TOO_LARGE));
            return ctx.getInvokeAction();
        }
        Deadline deadline = new Deadline(timers, limits.timeout(), () -> giveUp(connection, request));
        PendingBody pending = new PendingBody(request, deadline);
        PENDING.set(connection, pending);
        return add(ctx, connection, pending, content);
    }

    private NextAction add(FilterChainContext ctx, NIOConnection connection, PendingBody pending, HttpContent content) {
        Buffer bytes = content.getContent();
        int length = bytes.remaining();
        pending.add(bytes);
        boolean isLast = content.isLast();
        content.recycle();
        boolean isTooMuch = bytesOfAll.addAndGet(length) > maxBytesOfAll && !isLast;
        boolean isTooLarge = pending.size() > limits.maxBytes();
        if (!isLast && !isTooLarge && !isTooMuch) {
            return ctx.getStopAction();
        }
        if (!discard(connection)) {
            // The deadline has just passed.
            return ctx.getStopAction();
        }
        if (isTooMuch && !isTooLarge) {
            closing.answer(connection, Refusal.overloaded().response(pending.request()));
            return ctx.getStopAction();
        }
        if (isLast) {
            keep(connection, pending.size());
        }
        ctx.setMessage(
                isLast ? whole(pending.request(), pending.bytes()) : cutOff(connection, pending.request(), TOO_LARGE));
        return ctx.getInvokeAction();
    }

    private void keep(NIOConnection connection, int bytes) {
        bytesOfAll.addAndGet(bytes);
        COLLECTED.set(connection, bytes);
        if (!connection.isOpen()) {
            // Closed concurrently, before the body was registered.
            release(connection);
        }
    }

    private void release(NIOConnection connection) {
        Integer bytes = COLLECTED.remove(connection);
        if (bytes != null) {
            bytesOfAll.addAndGet(-bytes);
        }
    }

    /** Removes the pending body and returns whether it was still awaited. */
    private boolean discard(NIOConnection connection) {
        PendingBody pending = PENDING.remove(connection);
        if (pending == null) {
            return false;
        }
        bytesOfAll.addAndGet(-pending.size());
        return pending.deadline().meet();
    }

    private static HttpContent whole(HttpRequestPacket request, byte[] body) {
        return HttpContent.builder(request)
                .content(Buffers.wrap(request.getConnection().getMemoryManager(), body))
                .last(true)
                .build();
    }

    /** Stops waiting for the body; the connection closes after the answer. */
    private HttpContent cutOff(NIOConnection connection, HttpRequestPacket request, String why) {
        request.setAttribute(INCOMPLETE, why);
        closing.stopReading(connection);
        request.setExpectContent(false);
        request.getProcessingState().setKeepAlive(false);
        return whole(request, new byte[0]);
    }

    private void giveUp(NIOConnection connection, HttpRequestPacket request) {
        HttpContent content = cutOff(connection, request, LATE);
        // Goes on behind this filter, as if the rest had just been read.
        FilterChainContext ctx = createContext(connection, FilterChainContext.Operation.READ);
        ctx.setEndIdx(ctx.getFilterChain().size());
        ctx.setFilterIdx(ctx.getFilterIdx() + 1);
        ctx.getInternalContext().setIoEvent(IOEvent.READ);
        request.getProcessingState().getHttpContext().attach(ctx);
        ctx.setMessage(content);
        ProcessorExecutor.execute(ctx.getInternalContext());
    }

    @Override
    public NextAction handleEvent(FilterChainContext ctx, FilterChainEvent event) {
        if (event.type() == ResponseCompleteEvent.TYPE) {
            release((NIOConnection) ctx.getConnection());
        }
        return ctx.getInvokeAction();
    }

    @Override
    public NextAction handleClose(FilterChainContext ctx) {
        NIOConnection connection = (NIOConnection) ctx.getConnection();
        discard(connection);
        release(connection);
        return ctx.getInvokeAction();
    }
}
