package com.ones1ght.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService helper = Executors.newSingleThreadExecutor();
    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stopThreads() {
        timer.shutdownNow();
        helper.shutdownNow();
    }

    private WarmUp warmUp(List<Runnable> loads, List<Runnable> rehearsals) {
        return new WarmUp(loads, rehearsals, helper, timer);
    }

    private Runnable noting(String word) {
        return () -> done.add(word);
    }

    @Test
    void nodeShouldBeReadyOnceAllIsLoadedAndRehearsed() {
        warmUp(List.of(noting("dictionary"), noting("cookbook")), List.of(noting("round"), noting("kickoff")))
                .start(Duration.ZERO, Duration.ZERO, LONG, noting("ready"));

        await().until(() -> done.contains("ready"));
        assertThat(done).containsExactly("dictionary", "cookbook", "round", "kickoff", "ready");
    }

    @Test
    void rehearsalsShouldBeRepeatedWhileThereIsTime() {
        warmUp(List.of(), List.of(noting("kickoff")))
                .start(Duration.ZERO, Duration.ofMillis(50), LONG, noting("ready"));

        await().until(() -> done.contains("ready"));
        assertThat(done).filteredOn("kickoff"::equals).hasSizeGreaterThan(1);
    }

    @Test
    void nodeShouldBeReadyOnceAlthoughTheWarmUpFails() {
        Runnable failing = () -> {
            throw new IllegalStateException("the database is read-only");
        };
        AtomicInteger ready = new AtomicInteger();

        warmUp(List.of(), List.of(failing))
                .start(Duration.ZERO, Duration.ZERO, Duration.ofMillis(200), ready::incrementAndGet);

        await().untilAtomic(ready, equalTo(1));
        await().during(Duration.ofMillis(400)).untilAtomic(ready, equalTo(1));
    }

    @Test
    void nodeShouldBeReadyAlthoughTheWarmUpHangs() {
        CountDownLatch hanging = new CountDownLatch(1);
        Runnable hangs = () -> awaitUninterrupted(hanging);

        warmUp(List.of(hangs), List.of()).start(Duration.ZERO, Duration.ZERO, Duration.ofMillis(100), noting("ready"));

        await().until(() -> done.contains("ready"));
        assertThat(hanging.getCount()).isOne();
    }

    @Test
    void nodeThatDoesNotWaitShouldBeReadyAtOnce() {
        warmUp(List.of(noting("cookbook")), List.of()).start(LONG, Duration.ZERO, Duration.ZERO, noting("ready"));

        assertThat(done).containsExactly("ready");
    }

    @Test
    void stopShouldWaitForTheCurrentStepAndLeaveOutTheOthers() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Runnable slow = () -> {
            begun.countDown();
            awaitUninterrupted(released);
            done.add("slow");
        };
        WarmUp warmUp = warmUp(List.of(slow, noting("next")), List.of(noting("kickoff")));
        warmUp.start(Duration.ZERO, LONG, LONG, () -> {});
        begun.await();
        warmUp.stop();
        Thread end = new Thread(warmUp::awaitEnd);
        end.start();
        await().until(() -> end.getState() == Thread.State.TIMED_WAITING);

        released.countDown();
        end.join();

        assertThat(done).containsExactly("slow");
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
