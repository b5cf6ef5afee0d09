package com.ones1ght.application.shared.work;

import com.ones1ght.application.shared.RequestLoad;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the processors to requests. While there are none, as many pieces of work run at once as there are threads; beside
 * requests one at a time, with a rest after each that is a multiple of the time that it took. So work never starves,
 * however many requests there are, and goes on at full speed some milliseconds after the last one. Thread-safe.
 */
public final class YieldingExecutor implements Executor {

    /** Of a thread's time, work has at least a fourth. */
    private static final int REST = 3;

    /** A piece that takes long, on a busy machine or by waiting for something, does not stop the others for long. */
    private static final Duration MAX_REST = Duration.ofMillis(20);

    /** How often a rest looks whether requests have let up. */
    private static final Duration LOOK = Duration.ofMillis(2);

    private final Executor threads;
    private final int size;
    private final ScheduledExecutorService timer;
    private final RequestLoad requests;
    private final InstantSource clock;

    /** Guarded by this, like all that follows. */
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private int running;
    private boolean isAlarmSet;
    private Instant restedAt = Instant.MIN;

    /**
     * @param threads run the work
     * @param size how many pieces run at once without requests
     * @param timer only hands work to {@code threads}
     */
    public YieldingExecutor(
            Executor threads, int size, ScheduledExecutorService timer, RequestLoad requests, InstantSource clock) {
        this.threads = threads;
        this.size = size;
        this.timer = timer;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void execute(Runnable work) {
        synchronized (this) {
            waiting.add(work);
        }
        startWaiting();
    }

    private void startWaiting() {
        for (Runnable next = take(); next != null; next = take()) {
            start(next);
        }
    }

    private synchronized @Nullable Runnable take() {
        boolean isBeside = requests.isAny();
        if (waiting.isEmpty() || running >= (isBeside ? 1 : size)) {
            return null;
        }
        if (isBeside && clock.instant().isBefore(restedAt)) {
            if (!isAlarmSet) {
                isAlarmSet = true;
                timer.schedule(this::alarm, LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
            return null;
        }
        running++;
        return waiting.remove();
    }

    private void alarm() {
        synchronized (this) {
            isAlarmSet = false;
        }
        startWaiting();
    }

    private void start(Runnable work) {
        try {
            threads.execute(() -> run(work));
        } catch (RuntimeException rejected) {
            ended(Duration.ZERO);
            throw rejected;
        }
    }

    private void run(Runnable work) {
        Instant start = clock.instant();
        try {
            work.run();
        } finally {
            ended(Duration.between(start, clock.instant()));
            startWaiting();
        }
    }

    private synchronized void ended(Duration worked) {
        running--;
        Duration rest = worked.multipliedBy(REST);
        restedAt = clock.instant().plus(rest.compareTo(MAX_REST) < 0 ? rest : MAX_REST);
    }
}
