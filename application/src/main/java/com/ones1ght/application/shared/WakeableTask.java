package com.ones1ght.application.shared;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A look for work that many may ask for: it is done by one thread at a time, and once more for those who asked while it
 * was under way, so that nobody's reason to ask is missed. Thread-safe.
 */
public final class WakeableTask {

    private final Runnable look;
    private final Executor executor;
    private final Consumer<Throwable> failed;
    private final AtomicInteger wakeUps = new AtomicInteger();

    /**
     * @param look what is to be done
     * @param executor does it
     * @param failed is told when the executor takes nothing, or a look throws; the next wake-up tries again
     */
    public WakeableTask(Runnable look, Executor executor, Consumer<Throwable> failed) {
        this.look = look;
        this.executor = executor;
        this.failed = failed;
    }

    /** Has it done soon, on the executor; holds nobody up. */
    public void wake() {
        if (wakeUps.getAndIncrement() > 0) {
            return;
        }
        try {
            executor.execute(this::lookWhileWoken);
        } catch (RuntimeException rejected) {
            wakeUps.set(0);
            failed.accept(rejected);
        }
    }

    /** Has it done now, by the calling thread, unless another one does it already, which then looks once more. */
    public void wakeHere() {
        if (wakeUps.getAndIncrement() == 0) {
            lookWhileWoken();
        }
    }

    private void lookWhileWoken() {
        int seen;
        do {
            seen = wakeUps.get();
            try {
                look.run();
            } catch (Throwable e) {
                failed.accept(e);
            }
        } while (wakeUps.addAndGet(-seen) > 0);
    }
}
