package com.ones1ght.application.shared.work;

import com.ones1ght.application.shared.RedactedStackTrace;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work in the background that any thread may ask for, and a timer at a fixed interval. One thread at a time does it, and
 * does it once more for requests that arrive meanwhile, so that none is missed. Thread-safe.
 */
public final class BackgroundTask {

    private static final System.Logger LOG = System.getLogger(BackgroundTask.class.getName());

    private final Runnable work;
    private final Executor executor;
    private final Consumer<Throwable> onFailure;
    private final @Nullable ScheduledExecutorService timer;
    private final Duration interval;
    private final AtomicInteger requests = new AtomicInteger();
    private @Nullable Future<?> ticks;
    private volatile boolean stopped;

    /**
     * A task with an interval, which begins with {@link #start}. A failure is logged, and the next run tries again.
     *
     * @param name what the work does, for the log: "Claiming due rounds"
     * @param executor runs the work, which may block
     * @param timer only hands the work to {@code executor}
     * @param interval from the end of a run to the start of the next
     */
    public BackgroundTask(
            String name, Runnable work, Executor executor, ScheduledExecutorService timer, Duration interval) {
        this.work = work;
        this.executor = executor;
        this.onFailure = failure -> log(name, interval, failure);
        this.timer = timer;
        this.interval = interval;
    }

    /**
     * A task that runs only when it is woken.
     *
     * @param onFailure called when the executor rejects the work, or the work throws; the next request tries again
     */
    public BackgroundTask(Runnable work, Executor executor, Consumer<Throwable> onFailure) {
        this.work = work;
        this.executor = executor;
        this.onFailure = onFailure;
        this.timer = null;
        this.interval = Duration.ZERO;
    }

    /** Starts the runs at the interval, the first one now. Has no effect if they were started. */
    public synchronized void start() {
        stopped = false;
        if (timer != null && ticks == null) {
            ticks = timer.scheduleWithFixedDelay(this::wake, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Runs the work soon, also before the start; not after the stop. Does not block. */
    public void wake() {
        if (stopped || requests.getAndIncrement() > 0) {
            return;
        }
        try {
            executor.execute(this::runIfStillWanted);
        } catch (RuntimeException rejected) {
            requests.set(0);
            onFailure.accept(rejected);
        }
    }

    /**
     * Runs the work on the calling thread, also after the stop; if another thread runs it at the moment, that one runs it
     * again instead.
     */
    public void runHere() {
        if (requests.getAndIncrement() == 0) {
            runWhileRequested();
        }
    }

    /** Starts no more runs. One in progress is not interrupted. */
    public synchronized void stop() {
        stopped = true;
        if (ticks != null) {
            ticks.cancel(false);
            ticks = null;
        }
    }

    /** Whether the runs were stopped: work that takes long ends early then. */
    public boolean isStopped() {
        return stopped;
    }

    /** A run that waited for its thread until after the stop would find its storage gone. */
    private void runIfStillWanted() {
        if (!stopped || !requests.compareAndSet(1, 0)) {
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

    private static void log(String name, Duration interval, Throwable failure) {
        String message = name + " failed, next attempt within " + interval;
        if (failure instanceof StorageUnavailableException) {
            LOG.log(System.Logger.Level.WARNING, message + ": " + failure.getMessage());
        } else {
            LOG.log(System.Logger.Level.WARNING, message, RedactedStackTrace.of(failure));
        }
    }
}
