package com.ones1ght.bootstrap.launcher.http;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;

/**
 * Passes each complete request from the selector thread to a worker thread.
 *
 * <p>Grizzly would process all pipelined requests of a client in one go, on one thread. Here each of them queues again,
 * and all pipelining clients share a few threads, so that they delay only each other. Health probes have dedicated
 * threads, so that they are answered even when all others are blocked.
 */
final class RequestDispatcher extends BaseFilter {

    /** Threads for pipelined requests: enough to use all processors, few enough to leave room for others. */
    private static final int PIPELINE_THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** More than one, because readiness probes wait for the database check and must not block others. */
    private static final int PROBE_THREADS = 4;

    private static final long PROBE_IDLE_SECONDS = 60;

    /** Set on the context of input that contained more than one request. */
    private static final Attribute<Boolean> PIPELINED =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(RequestDispatcher.class.getName());

    private final Executor probes = probes();
    private volatile Executor workers = Runnable::run;
    private volatile Executor pipeline = Runnable::run;

    /** Whether more input follows the request: its client does not wait for the answer. */
    static void markPipelined(FilterChainContext ctx) {
        PIPELINED.set(ctx, Boolean.TRUE);
    }

    @Override
    public NextAction handleAccept(FilterChainContext ctx) {
        Executor pool = ctx.getConnection().getTransport().getWorkerThreadPool();
        if (pool != workers) {
            pipeline = new LimitedExecutor(pool, PIPELINE_THREADS);
            workers = pool;
        }
        return ctx.getInvokeAction();
    }

    @Override
    public NextAction handleRead(FilterChainContext ctx) {
        if (!(ctx.getMessage() instanceof HttpContent content
                && content.getHttpHeader() instanceof HttpRequestPacket request)) {
            return ctx.getInvokeAction();
        }
        Executor executor = executor(ctx, request);
        NextAction suspended = ctx.getSuspendAction();
        ctx.suspend();
        try {
            executor.execute(ctx::resumeNext);
        } catch (RejectedExecutionException e) {
            ctx.getConnection().closeSilently();
        }
        return suspended;
    }

    private Executor executor(FilterChainContext ctx, HttpRequestPacket request) {
        if (PIPELINED.isSet(ctx)) {
            return pipeline;
        }
        // If Grizzly has read further requests, they follow in the same context.
        markPipelined(ctx);
        return RequestFilters.isProbe(request) ? probes : workers;
    }

    private static Executor probes() {
        ThreadPoolExecutor probes = new ThreadPoolExecutor(
                PROBE_THREADS,
                PROBE_THREADS,
                PROBE_IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "http-probes");
                    thread.setDaemon(true);
                    return thread;
                });
        probes.allowCoreThreadTimeOut(true);
        return probes;
    }
}
