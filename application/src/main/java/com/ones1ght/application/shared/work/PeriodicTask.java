package com.ones1ght.application.shared.work;

import com.ones1ght.application.shared.RedactedStackTrace;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done at a fixed interval and, in between, whenever it is woken; by one thread at a time. A failure is
 * logged here, and the next turn tries again. Thread-safe.
 */
public final class PeriodicTask {

    private static final System.Logger LOG = System.getLogger(PeriodicTask.class.getName());

    private final String name;
    private final ScheduledExecutorService timer;
    private final Duration interval;
    private final WakeableTask task;
    private @Nullable Future<?> ticks;
    private volatile boolean stopped;

    /**
     * @param name what the work does, for the log: "Claiming due rounds"
     * @param executor runs the work, which may block
     * @param timer only hands the work to {@code executor}
     * @param interval from one turn to the next
     */
    public PeriodicTask(
            String name, Runnable work, Executor executor, ScheduledExecutorService timer, Duration interval) {
        this.name = name;
        this.timer = timer;
        this.interval = interval;
        this.task = new WakeableTask(work, executor, this::failed);
    }

    /** Starts the turns, the first one now. Has no effect while they run. */
    public synchronized void start() {
        stopped = false;
        if (ticks == null) {
            ticks = timer.scheduleWithFixedDelay(this::wake, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Runs the work soon, also before the start; not after the stop. Does not block. */
    public void wake() {
        if (!stopped) {
            task.wake();
        }
    }

    /** Runs the work on the calling thread, also after the stop; if another thread runs it, that one runs it again. */
    public void runHere() {
        task.runHere();
    }

    /** Starts no more turns. One that runs is not interrupted. */
    public synchronized void stop() {
        stopped = true;
        if (ticks != null) {
            ticks.cancel(false);
            ticks = null;
        }
    }

    private void failed(Throwable failure) {
        if (failure instanceof StorageUnavailableException) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} failed, next attempt within {1}: {2}",
                    name,
                    interval,
                    failure.getMessage());
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    name + " failed, next attempt within " + interval,
                    RedactedStackTrace.of(failure));
        }
    }
}
