package com.ones1ght.application.store;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.store.port.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Calls to the store that requests and screens cause. They may block on a network, so they run on threads of their own: a
 * slow store occupies neither the threads of requests nor those of other work. Thread-safe.
 */
public final class StoreCalls implements Executor {

    /** How long requests wait for an answer that they need. */
    static final Duration MAX_WAIT = Duration.ofSeconds(5);

    private final Executor calls;
    private final Executor continuations;

    /**
     * @param calls runs calls to the store, and rejects them when too many are waiting; for a store within this process it
     *     may run them on the calling thread
     * @param continuations runs what follows an answer; short pieces of work that may block on the database
     */
    public StoreCalls(Executor calls, Executor continuations) {
        // Both continue the request that caused the call.
        this.calls = work -> calls.execute(Correlation.keptBy(work));
        this.continuations = work -> continuations.execute(Correlation.keptBy(work));
    }

    /**
     * Makes a call.
     *
     * @return its result; fails with {@link StoreUnavailableException} when too many calls are waiting already, and with
     *     the call's own exception
     */
    <T> CompletableFuture<T> call(Supplier<T> call) {
        try {
            return CompletableFuture.supplyAsync(call, calls);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(
                    new StoreUnavailableException("Too many calls to the store are waiting", e));
        }
    }

    /**
     * An answer of the store for a request that waits for it. The call continues if it takes longer.
     *
     * @return completed on a thread that may block on the database; fails with {@link StoreUnavailableException} after
     *     {@code limit}
     */
    <T> CompletionStage<T> within(Duration limit, CompletableFuture<T> answer) {
        if (answer.isDone()) {
            return answer;
        }
        // The hop keeps what follows off the store's threads, and off the one thread that all timeouts of this JVM
        // share.
        return answer.copy()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException
                                ? new StoreUnavailableException("The store has not answered in time")
                                : failure))
                .thenApplyAsync(found -> found, continuations);
    }

    /**
     * Makes a call whose result the work itself keeps.
     *
     * @throws RejectedExecutionException when too many calls are waiting already
     */
    @Override
    public void execute(Runnable work) {
        calls.execute(work);
    }

    /** Makes a call for a request that waits for its result, at most {@link #MAX_WAIT}. */
    public <T> CompletionStage<T> result(Supplier<T> call) {
        return within(MAX_WAIT, call(call));
    }
}
