package com.ones1ght.adapters.persistence.shared;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A check that may hang: it runs on a thread of its own, one at a time, concurrent callers share it, and its outcome is
 * reused for {@link #MAX_AGE}. No caller waits longer than the limit, counted from the start of the check.
 */
final class SharedCheck {

    /** How long an outcome is reused. */
    static final Duration MAX_AGE = Duration.ofSeconds(1);

    private final Runnable check;
    private final Executor executor;
    private final Duration limit;
    private final LongSupplier nanoTime;
    private @Nullable CompletableFuture<Void> latest;
    private long startedAt;

    /**
     * @param check fails by throwing
     * @param executor runs one check at a time
     * @param limit the time limit of a check
     * @param nanoTime as {@link System#nanoTime()}
     */
    SharedCheck(Runnable check, Executor executor, Duration limit, LongSupplier nanoTime) {
        this.check = check;
        this.executor = executor;
        this.limit = limit;
        this.nanoTime = nanoTime;
    }

    /**
     * Waits for the current check.
     *
     * @throws TimeoutException when it takes longer than the limit
     * @throws ExecutionException with the exception of the check as its cause
     */
    void await() throws TimeoutException, ExecutionException, InterruptedException {
        CompletableFuture<Void> current;
        long left;
        synchronized (this) {
            long now = nanoTime.getAsLong();
            if (latest == null || latest.isDone() && now - startedAt >= MAX_AGE.toNanos()) {
                startedAt = now;
                latest = CompletableFuture.runAsync(check, executor);
            }
            current = latest;
            left = limit.toNanos() - (now - startedAt);
        }
        current.get(Math.max(0, left), TimeUnit.NANOSECONDS);
    }
}
