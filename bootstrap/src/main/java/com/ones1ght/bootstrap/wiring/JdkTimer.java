package com.ones1ght.bootstrap.wiring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one thread of the JVM that ends all time limits of {@link CompletableFuture}. It is started by whoever sets the
 * first limit, never ends, and takes over that caller's class loader and access rights: set by an application, it would
 * hold its first deployment for as long as the server runs. Here it is started by a thread of the JDK, while no class of
 * the application is on that thread's stack.
 */
final class JdkTimer {

    private static final System.Logger LOG = System.getLogger(JdkTimer.class.getName());
    private static final long LIMIT_SECONDS = 5;

    private JdkTimer() {}

    /** Starts the thread unless it runs, and waits for that. */
    static void start() {
        CountDownLatch registered = new CountDownLatch(1);
        // The second step is handed to the timer by the thread that ends the first one, when that has left our code.
        // Not the common pool itself: where it has one thread, CompletableFuture would start a child of ours instead.
        CompletableFuture<Void> started = CompletableFuture.runAsync(
                        () -> await(registered),
                        task -> ForkJoinPool.commonPool().execute(task))
                .thenRunAsync(() -> {}, CompletableFuture.delayedExecutor(0, TimeUnit.MILLISECONDS));
        registered.countDown();
        try {
            started.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "The JDK's timer will be started by the first time limit", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch registered) {
        // Threads of the common pool keep what an earlier task has set, and hand it on.
        Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            registered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
