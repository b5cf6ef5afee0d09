package com.ones1ght.application.shared.work;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Work that may be asked for by many threads at once. One thread does it at a time, and does it once more for requests
 * that arrived meanwhile, so that no request is missed. Thread-safe.
 */
public final class WakeableTask {

    private final Runnable work;
    private final Executor executor;
    private final Consumer<Throwable> onFailure;
    private final AtomicInteger requests = new AtomicInteger();

    /**
     * @param onFailure called when the executor rejects the work, or the work throws; the next request tries again
     */
    public WakeableTask(Runnable work, Executor executor, Consumer<Throwable> onFailure) {
        this.work = work;
        this.executor = executor;
        this.onFailure = onFailure;
    }

    /** Runs the work soon, on the executor. Does not block. */
    public void wake() {
        if (requests.getAndIncrement() > 0) {
            return;
        }
        try {
            executor.execute(this::runWhileRequested);
        } catch (RuntimeException rejected) {
            requests.set(0);
            onFailure.accept(rejected);
        }
    }

    /** Runs the work on the calling thread, unless another thread runs it already, which then runs it once more. */
    public void runHere() {
        if (requests.getAndIncrement() == 0) {
            runWhileRequested();
        }
    }

    private void runWhileRequested() {
        int seen;
        do {
            seen = requests.get();
            try {
                work.run();
            } catch (Throwable e) {
                onFailure.accept(e);
            }
        } while (requests.addAndGet(-seen) > 0);
    }
}
