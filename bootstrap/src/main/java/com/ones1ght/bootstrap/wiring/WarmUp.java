package com.ones1ght.bootstrap.wiring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does beforehand what the first shoppers would wait for, while the node serves already. The node is ready afterwards;
 * in any case when a time is over, and when a step fails.
 */
final class WarmUp {

    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final List<Runnable> loads;
    private final List<Runnable> rehearsals;
    private final Executor executor;
    private final ScheduledExecutorService timer;
    private CompletableFuture<Void> run = CompletableFuture.completedFuture(null);
    private volatile boolean stopping;

    /**
     * @param loads done once, in this order
     * @param rehearsals done in turn after that, and again while there is time: the more often, the more of their code is
     *     compiled
     * @param executor runs both, in one thread
     * @param timer only hands work to {@code executor}
     */
    WarmUp(List<Runnable> loads, List<Runnable> rehearsals, Executor executor, ScheduledExecutorService timer) {
        this.loads = loads;
        this.rehearsals = rehearsals;
        this.executor = executor;
        this.timer = timer;
    }

    /**
     * Returns at once.
     *
     * @param delay before the first step
     * @param rehearsing how long rehearsals are repeated; each is done once in any case
     * @param limit after which the node is ready although the warm-up goes on; zero: at once
     * @param ready called when the node is ready, once
     */
    void start(Duration delay, Duration rehearsing, Duration limit, Runnable ready) {
        run = CompletableFuture.runAsync(
                        () -> warmUp(rehearsing),
                        task -> timer.schedule(() -> executor.execute(task), delay.toMillis(), TimeUnit.MILLISECONDS))
                .exceptionally(failure -> {
                    LOG.log(System.Logger.Level.WARNING, "The first answers will be slower: warm-up failed", failure);
                    return null;
                });
        CompletableFuture<Void> warm = limit.isZero() ? CompletableFuture.completedFuture(null) : run.copy();
        warm.completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS).thenRun(ready);
    }

    private void warmUp(Duration rehearsing) {
        loads.forEach(this::unlessStopping);
        long start = System.nanoTime();
        do {
            rehearsals.forEach(this::unlessStopping);
        } while (!stopping && System.nanoTime() - start < rehearsing.toNanos());
        LOG.log(System.Logger.Level.INFO, "The warm-up has ended");
    }

    private void unlessStopping(Runnable step) {
        if (!stopping) {
            step.run();
        }
    }

    /** Leaves out what has not begun. */
    void stop() {
        stopping = true;
    }

    /** Waits for the end of the current step: classes cannot be loaded any more once this application has stopped. */
    void awaitEnd() {
        try {
            run.get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(System.Logger.Level.WARNING, "The warm-up has not ended; stopping without it", e);
        }
    }
}
