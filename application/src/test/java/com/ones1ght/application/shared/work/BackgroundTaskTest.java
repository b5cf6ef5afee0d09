package com.ones1ght.application.shared.work;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.ManualTimer;
import com.ones1ght.application.shared.MutableClock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackgroundTaskTest {

    private static final Logger LOG = Logger.getLogger(BackgroundTask.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final MutableClock clock = new MutableClock(NOW);
    private final ManualTimer timer = new ManualTimer(clock);
    private final ManualExecutor executor = new ManualExecutor();
    private final BackgroundTask task = new BackgroundTask("Counting", this::count, executor, timer, INTERVAL);
    private Runnable work = () -> {};
    private int runs;

    private void count() {
        runs++;
        work.run();
    }

    private void settle() {
        do {
            executor.runAll();
        } while (timer.ringNext());
    }

    private void pass(Duration time) {
        clock.advance(time);
        settle();
    }

    @BeforeEach
    void silence() {
        LOG.setLevel(Level.OFF);
    }

    @AfterEach
    void speak() {
        LOG.setLevel(null);
    }

    @Test
    void firstTurnShouldBeAtTheStartAndTheOthersAtTheInterval() {
        task.start();
        settle();
        assertThat(runs).isEqualTo(1);

        pass(INTERVAL.minusMillis(1));
        assertThat(runs).isEqualTo(1);
        pass(Duration.ofMillis(1));
        assertThat(runs).isEqualTo(2);
    }

    @Test
    void startingTwiceShouldNotDoubleTheTurns() {
        task.start();
        task.start();
        settle();

        pass(INTERVAL);

        assertThat(runs).isEqualTo(2);
    }

    @Test
    void wakingShouldRunOnceMoreWhenItArrivesDuringARun() {
        work = () -> {
            if (runs == 1) {
                task.wake();
                task.wake();
            }
        };

        task.wake();
        executor.runAll();

        assertThat(runs).isEqualTo(2);
    }

    @Test
    void wakeUpsBeforeARunShouldBeOneRun() {
        task.wake();
        task.wake();
        executor.runAll();

        assertThat(runs).isEqualTo(1);
    }

    @Test
    void aFailureShouldNotEndTheTurns() {
        work = () -> {
            throw new IllegalStateException("on purpose");
        };
        task.start();
        settle();

        pass(INTERVAL);

        assertThat(runs).isEqualTo(2);
    }

    @Test
    void anExecutorThatRejectsShouldNotEndTheTurns() {
        executor.reject(true);
        task.start();
        settle();
        executor.reject(false);
        assertThat(runs).isZero();

        pass(INTERVAL);

        assertThat(runs).isEqualTo(1);
    }

    @Test
    void stoppedTaskShouldRunOnlyOnTheCallersThread() {
        task.start();
        task.stop();
        task.wake();
        pass(INTERVAL);
        assertThat(runs).isZero();

        task.runHere();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void runThatStillWaitsForItsThreadAtTheStopShouldBeDropped() {
        task.wake();
        task.stop();
        executor.runAll();
        assertThat(runs).isZero();

        task.runHere();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void runOnTheCallersThreadShouldNotBeDroppedWithOneThatWaits() {
        task.wake();
        task.stop();
        task.runHere();
        executor.runAll();
        assertThat(runs).isPositive();
    }

    @Test
    void stoppedTaskShouldBeStartedAgain() {
        task.start();
        task.stop();
        task.start();
        settle();

        pass(INTERVAL);

        assertThat(runs).isEqualTo(2);
    }
}
