package com.ones1ght.application.idempotency;

import com.ones1ght.application.idempotency.port.Answers;
import com.ones1ght.application.shared.work.BackgroundTask;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** Removes answers that are not given again, from time to time; any node does it for all. */
public final class ExpiredAnswers {

    private final Answers answers;
    private final InstantSource clock;
    private final BackgroundTask removing;

    /**
     * @param executor runs short pieces of work that may block on the database
     * @param timer only hands work to {@code executor}
     */
    public ExpiredAnswers(
            Answers answers, Executor executor, ScheduledExecutorService timer, InstantSource clock, Duration tick) {
        this.answers = answers;
        this.clock = clock;
        this.removing = new BackgroundTask("Removing expired answers", this::remove, executor, timer, tick);
    }

    /** Begins to remove. */
    public void start() {
        removing.start();
    }

    /** Removes no more. */
    public void stop() {
        removing.stop();
    }

    private void remove() {
        int removed;
        do {
            removed = answers.removeExpired(clock.instant());
        } while (removed > 0);
    }
}
