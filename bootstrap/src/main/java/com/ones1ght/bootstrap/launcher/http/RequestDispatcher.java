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
 * Hands each complete request to a thread; up to here the selector thread has done everything.
 *
 * <p>Grizzly would handle all requests that a client has pipelined in one go, on one thread. Here each of them queues
 * again, and all pipelining clients share a few threads: they delay each other, and nobody else. Health probes have
 * dedicated threads, so that they are answered when all others are stuck.
 */
final class RequestDispatcher extends BaseFilter {

    /** For pipelined requests: enough to use all processors, few enough to leave time to others. */
    private static final int PIPELINE_THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** More than one: the first probes wait for the check of the database, and others must not wait behind them. */
    private static final int PROBE_THREADS = 4;

    private static final long PROBE_IDLE_SECONDS = 60;

    /** Set on the context of what was read from the network at once, if that was more than one request. */
    private static final Attribute<Boolean> PIPELINED =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(RequestDispatcher.class.getName());

    private final Executor probes = probes();
    private volatile Executor workers = Runnable::run;
    private volatile Executor pipeline = Runnable::run;

    /** There is more input behind the request: its client does not wait for the answer. */
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
