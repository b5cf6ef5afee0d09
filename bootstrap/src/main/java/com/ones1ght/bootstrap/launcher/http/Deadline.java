package com.ones1ght.bootstrap.launcher.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Either it is met, or its action runs; never both. */
final class Deadline {

    private static final System.Logger LOG = System.getLogger(Deadline.class.getName());

    private final AtomicBoolean decided = new AtomicBoolean();
    private final Future<?> timer;

    /**
     * @param action runs on the timer's thread when the deadline passes; must not block
     */
    Deadline(ScheduledExecutorService timers, Duration timeout, Runnable action) {
        this.timer = timers.schedule(
                () -> {
                    if (decided.compareAndSet(false, true)) {
                        try {
                            action.run();
                        } catch (RuntimeException | Error e) {
                            // Nothing else reads the timer's result.
                            LOG.log(System.Logger.Level.ERROR, "Answering a late request failed", e);
                            throw e;
                        }
                    }
                },
                timeout.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** @return false if it was met before or has passed */
    boolean meet() {
        if (!decided.compareAndSet(false, true)) {
            return false;
        }
        timer.cancel(false);
        return true;
    }
}
