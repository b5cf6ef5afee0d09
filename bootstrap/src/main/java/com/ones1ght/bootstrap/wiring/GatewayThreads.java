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
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The gateway's background threads: workers that bring rounds forward, a few helpers for what must not wait behind
 * them, and one timer. They come from the container's factory, so that transactions and naming work on them; the
 * pools are our own, since the specification leaves open how a managed executor queues, and here the number of
 * threads is a promise.
 */
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/ones1ght")
@ApplicationScoped
public class GatewayThreads {

    private static final int HELPERS = 4;
    private static final long IDLE_SECONDS = 60;

    @Resource(lookup = "java:app/concurrent/ones1ght")
    private ManagedThreadFactory factory;

    /**
     * As many as there are processors, unless set: more would only take them away from the requests that are
     * accepted meanwhile.
     */
    @Inject
    @ConfigProperty(name = "ones1ght.runner.threads")
    private Optional<Integer> threads;

    private volatile ThreadPoolExecutor workers;
    private volatile ThreadPoolExecutor helpers;
    private volatile ScheduledThreadPoolExecutor timer;

    @PostConstruct
    void start() {
        workers = pool(threads.orElseGet(() -> Runtime.getRuntime().availableProcessors()));
        helpers = pool(HELPERS);
        timer = new ScheduledThreadPoolExecutor(1, factory);
        timer.setRemoveOnCancelPolicy(true);
    }

    private ThreadPoolExecutor pool(int size) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Produces
    @RunnerWorkers
    @ApplicationScoped
    Executor workers() {
        return workers::execute;
    }

    @Produces
    @ApplicationScoped
    Executor helpers() {
        return helpers::execute;
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
        helpers.shutdownNow();
    }
}
