package com.ones1ght.bootstrap.launcher.http;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.BooleanSupplier;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.ContentEncoding;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.KeepAlive;

/** The filters of this package, for the chain of a listener. */
public final class RequestFilters {

    /** The listener's idle time-out, which must exceed the time between two polls of a phone. */
    private static final int KEEP_ALIVE_SECONDS = 75;

    /** The share of the heap for pending bodies, and for unread answers. */
    private static final int HEAP_SHARE = 4;

    /** A client that reads nothing for this time, or up to twice as long, is disconnected. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BodyLimits limits;
    private final BooleanSupplier isServing;
    private final Duration patience;
    private final ScheduledThreadPoolExecutor timers = timers();

    /** @param isServing whether requests reach the application; while not, even malformed ones get 503 */
    public RequestFilters(BodyLimits limits, BooleanSupplier isServing) {
        this(limits, isServing, PATIENCE);
    }

    /** @param patience with clients that do not read */
    RequestFilters(BodyLimits limits, BooleanSupplier isServing, Duration patience) {
        this.limits = limits;
        this.isServing = isServing;
        this.patience = patience;
    }

    /** Whether a load balancer or an operator asks for the node's health. */
    public static boolean isProbe(HttpRequestPacket request) {
        String path = request.getRequestURI();
        return path.equals("/health") || path.startsWith("/health/");
    }

    /** Replaces the chain's HTTP codec and adds the filters after it. */
    public void install(FilterChainBuilder chain) {
        int index = chain.indexOfType(HttpServerFilter.class);
        HttpServerFilter replaced = (HttpServerFilter) chain.get(index);
        long maxBytesOfAll = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
        UnreadAnswers unread = new UnreadAnswers(timers, patience, maxBytesOfAll);
        LingeringClose closing = new LingeringClose(timers, unread);
        RequestCodec codec = new RequestCodec(keepAlive(), limits, isServing, closing, unread, timers);
        for (ContentEncoding encoding : replaced.getContentEncodings()) {
            codec.addContentEncoding(encoding);
        }
        chain.set(index, codec);
        chain.add(index + 1, new BodyCollector(limits, maxBytesOfAll, closing, timers));
        chain.add(index + 2, new RequestDispatcher());
    }

    private static KeepAlive keepAlive() {
        KeepAlive keepAlive = new KeepAlive();
        keepAlive.setIdleTimeoutInSeconds(KEEP_ALIVE_SECONDS);
        keepAlive.setMaxRequestsCount(-1);
        return keepAlive;
    }

    private static ScheduledThreadPoolExecutor timers() {
        ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "http-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        // Nearly every deadline is met; their timers would accumulate otherwise.
        timers.setRemoveOnCancelPolicy(true);
        return timers;
    }
}
