package com.ones1ght.application.idempotency;

import com.ones1ght.application.idempotency.port.Answers;
import com.ones1ght.application.shared.WakeableTask;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Removes answers that are not given again, from time to time; any node does it for all. */
public final class ExpiredAnswers {

    private static final System.Logger LOG = System.getLogger(ExpiredAnswers.class.getName());

    private final Answers answers;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    private final Duration tick;
    private final WakeableTask removing;
    private @Nullable Future<?> periodic;

    /**
     * @param executor runs short pieces of work that may block on the database
     * @param timer for the tick; its task only hands work to {@code executor}
     */
    public ExpiredAnswers(
            Answers answers, Executor executor, ScheduledExecutorService timer, InstantSource clock, Duration tick) {
        this.answers = answers;
        this.timer = timer;
        this.clock = clock;
        this.tick = tick;
        this.removing = new WakeableTask(this::remove, executor, ExpiredAnswers::tellFailure);
    }

    /** Begins to look. */
    public synchronized void start() {
        periodic =
                timer.scheduleWithFixedDelay(removing::wake, tick.toMillis(), tick.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks no more. */
    public synchronized void stop() {
        if (periodic != null) {
            periodic.cancel(false);
        }
    }

    private void remove() {
        int removed;
        do {
            removed = answers.removeExpired(clock.instant());
        } while (removed > 0);
    }

    private static void tellFailure(Throwable failure) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Old answers cannot be removed now, the next turn tries: {0}",
                failure.getMessage());
    }
}
