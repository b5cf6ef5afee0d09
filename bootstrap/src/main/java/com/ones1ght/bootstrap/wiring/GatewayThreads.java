package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.shared.RequestLoad;
import com.ones1ght.application.shared.work.YieldingExecutor;
import com.ones1ght.application.store.StoreCalls;
import com.ones1ght.bootstrap.wiring.CallsTo.Upstream;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's background threads: workers that bring rounds forward, those that save rounds, a few helpers for what
 * must not wait behind them, those on which calls to other systems wait for their answers, and one timer. They come from
 * the container's factory, so that transactions and naming work on them; the pools are our own, since the specification
 * leaves open how a managed executor queues, and here the number of threads is a promise.
 */
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/ones1ght")
@ApplicationScoped
public class GatewayThreads {

    private static final String EMBEDDED = "embedded";
    private static final int HELPERS = 4;

    /** Rounds that are saved at once share a commit. */
    private static final int SAVES = 16;

    /** Between the parts of models' answers. A call under way holds none. */
    private static final int MODEL_CALLS = 4;

    /** A call under way holds one; requests share calls, so that a few serve all. */
    private static final int STORE_CALLS = 8;

    /** Clients name stores: while one is slow, further calls are rejected rather than kept. */
    private static final int MAX_WAITING_STORE_CALLS = 128;

    private static final int SIGNAGE_CALLS = 8;
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

    @Inject
    @ConfigProperty(name = "ones1ght.store", defaultValue = EMBEDDED)
    private String store;

    @Inject
    @ConfigProperty(name = "ones1ght.signage", defaultValue = EMBEDDED)
    private String signage;

    private final RequestLoad requests = new RequestLoad();
    private volatile ThreadPoolExecutor workers;
    private volatile ThreadPoolExecutor saves;
    private volatile ThreadPoolExecutor helpers;
    private volatile ThreadPoolExecutor modelCalls;
    private volatile ThreadPoolExecutor storeCalls;
    private volatile ThreadPoolExecutor signageCalls;
    private volatile ScheduledThreadPoolExecutor timer;
    private @Nullable ThreadPoolExecutor exports;

    @PostConstruct
    void start() {
        workers = pool(threads.orElseGet(() -> Runtime.getRuntime().availableProcessors()));
        saves = pool(SAVES);
        helpers = pool(HELPERS);
        modelCalls = pool(MODEL_CALLS);
        storeCalls = poolFor(store, STORE_CALLS, MAX_WAITING_STORE_CALLS);
        signageCalls = poolFor(signage, SIGNAGE_CALLS, Integer.MAX_VALUE);
        timer = new ScheduledThreadPoolExecutor(1, factory);
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Its threads are started here and stay: a thread takes over the context of the application from the one that starts
     * it, and work is handed over by threads that have none, those of HTTP clients for instance. Without it MicroProfile
     * Fault Tolerance fails now and then.
     */
    private ThreadPoolExecutor pool(int size) {
        return pool(size, Integer.MAX_VALUE, factory);
    }

    /** @param maxWaiting further work is rejected with a RejectedExecutionException */
    static ThreadPoolExecutor pool(int size, int maxWaiting, ThreadFactory factory) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(maxWaiting), factory);
        pool.prestartAllCoreThreads();
        return pool;
    }

    /** Nothing is ever handed to a backend in this process by these. */
    private ThreadPoolExecutor poolFor(String backend, int size, int maxWaiting) {
        if (!backend.equals(EMBEDDED)) {
            return pool(size, maxWaiting, factory);
        }
        ThreadPoolExecutor idle =
                new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        idle.allowCoreThreadTimeOut(true);
        return idle;
    }

    @Produces
    @RunnerWorkers
    @ApplicationScoped
    Executor workers() {
        return workersFor(store, workers, timer, requests)::execute;
    }

    /** Merging waits for a remote store in its thread, which takes the processors from nobody. */
    static Executor workersFor(
            String store, ThreadPoolExecutor workers, ScheduledExecutorService timer, RequestLoad requests) {
        return store.equals(EMBEDDED)
                ? new YieldingExecutor(workers, workers.getCorePoolSize(), timer, requests, InstantSource.system())
                : workers;
    }

    @Produces
    @RunnerSaves
    @ApplicationScoped
    Executor saves() {
        return saves::execute;
    }

    @Produces
    @Singleton
    RequestLoad requests() {
        return requests;
    }

    @Produces
    @ApplicationScoped
    Executor helpers() {
        return helpers::execute;
    }

    @Produces
    @CallsTo(Upstream.MODELS)
    @ApplicationScoped
    Executor modelCalls() {
        return modelCalls::execute;
    }

    @Produces
    @CallsTo(Upstream.STORE)
    @ApplicationScoped
    Executor storeCalls() {
        return storeCalls::execute;
    }

    /** A store in this process blocks on nothing: it is called at once. */
    @Produces
    @Singleton
    @Typed(StoreCalls.class)
    StoreCalls callsToTheStore() {
        return new StoreCalls(store.equals(EMBEDDED) ? Runnable::run : storeCalls, helpers);
    }

    @Produces
    @CallsTo(Upstream.SIGNAGES)
    @ApplicationScoped
    Executor signageCalls() {
        return signageCalls::execute;
    }

    /** One thread that sends traces to a collector and may wait for it; started when it is first asked for. */
    synchronized ExecutorService exports() {
        if (exports == null) {
            exports = pool(1);
        }
        return exports;
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
        saves.shutdownNow();
        helpers.shutdownNow();
        modelCalls.shutdownNow();
        storeCalls.shutdownNow();
        signageCalls.shutdownNow();
        synchronized (this) {
            if (exports != null) {
                exports.shutdownNow();
            }
        }
    }
}
