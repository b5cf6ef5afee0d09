package com.ones1ght.bootstrap.launcher.http;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.BooleanSupplier;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.ContentEncoding;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.KeepAlive;

/** The filters of this package, for the chain of a listener. */
public final class RequestFilters {

    /** How long a phone may be silent between two polls; the listener's idle time-out closes the connection. */
    private static final int KEEP_ALIVE_SECONDS = 75;

    /** The share of the heap that bodies under way may take together. */
    private static final int HEAP_SHARE = 4;

    private final BodyLimits limits;
    private final BooleanSupplier isServing;
    private final ScheduledThreadPoolExecutor timers = timers();

    /** @param isServing whether requests reach the application; while not, even malformed ones are told to come again */
    public RequestFilters(BodyLimits limits, BooleanSupplier isServing) {
        this.limits = limits;
        this.isServing = isServing;
    }

    /** Takes the place of the chain's HTTP codec, and follows it. */
    public void install(FilterChainBuilder chain) {
        int index = chain.indexOfType(HttpServerFilter.class);
        HttpServerFilter replaced = (HttpServerFilter) chain.get(index);
        LingeringClose closing = new LingeringClose(timers);
        RequestCodec codec = new RequestCodec(keepAlive(), limits, isServing, closing, timers);
        for (ContentEncoding encoding : replaced.getContentEncodings()) {
            codec.addContentEncoding(encoding);
        }
        chain.set(index, codec);
        long maxBytesOfAll = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
        chain.add(index + 1, new BodyCollector(limits, maxBytesOfAll, closing, timers));
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
        // Nearly every deadline is met: their timers would pile up otherwise.
        timers.setRemoveOnCancelPolicy(true);
        return timers;
    }
}
