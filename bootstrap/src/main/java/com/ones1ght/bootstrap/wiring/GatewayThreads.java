package com.ones1ght.bootstrap.wiring;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The gateway's background threads: a few workers for short pieces of work, and one timer. They come from the
 * container's factory, so that transactions and naming work on them; the pool is our own, since the specification
 * leaves open how a managed executor queues, and here the number of threads is a promise.
 */
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/ones1ght")
@ApplicationScoped
public class GatewayThreads {

    private static final long IDLE_SECONDS = 60;

    @Resource(lookup = "java:app/concurrent/ones1ght")
    private ManagedThreadFactory factory;

    @Inject
    @ConfigProperty(name = "ones1ght.runner.threads", defaultValue = "8")
    private int threads;

    private volatile ThreadPoolExecutor workers;
    private volatile ScheduledThreadPoolExecutor timer;

    @PostConstruct
    void start() {
        workers = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        workers.allowCoreThreadTimeOut(true);
        timer = new ScheduledThreadPoolExecutor(1, factory);
        timer.setRemoveOnCancelPolicy(true);
    }

    @Produces
    @ApplicationScoped
    Executor workers() {
        return workers::execute;
    }

    /** Not an {@link Executor} for whoever asks for one: work that may block has no place on the timer. */
    @Produces
    @ApplicationScoped
    @Typed(ScheduledExecutorService.class)
    ScheduledExecutorService timer() {
        return timer;
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
