package com.ones1ght.application.shared.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.application.shared.RequestLoad;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class YieldingExecutorTest {

    private static final int THREADS = 3;

    private final RequestLoad requests = new RequestLoad();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final YieldingExecutor executor =
            new YieldingExecutor(threads, THREADS, timer, requests, InstantSource.system());
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        threads.shutdownNow();
        timer.shutdownNow();
    }

    private void work() {
        begun.incrementAndGet();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void workShouldTakeAllThreadsWhileThereAreNoRequests() {
        for (int i = 0; i < THREADS; i++) {
            executor.execute(this::work);
        }

        await().until(() -> begun.get() == THREADS);
    }

    @Test
    void workShouldTakeOneThreadAtATimeBesideRequests() {
        requests.begin();
        for (int i = 0; i < THREADS; i++) {
            executor.execute(this::work);
        }

        await().during(Duration.ofMillis(100)).until(() -> begun.get() == 1);
        end.countDown();
        await().until(() -> begun.get() == THREADS);
    }

    @Test
    void workShouldRestAfterItsTimeBesideRequestsButNotWithoutThem() throws Exception {
        requests.begin();
        CompletableFuture<Long> first = timed();
        CompletableFuture<Long> second = timed();
        long rest = second.get(10, TimeUnit.SECONDS) - first.get(10, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(rest)).isGreaterThan(Duration.ofMillis(15));
    }

    /** When a piece of work that takes a while began. */
    private CompletableFuture<Long> timed() {
        return CompletableFuture.supplyAsync(
                () -> {
                    long start = System.nanoTime();
                    while (System.nanoTime() - start < 10_000_000) {
                        Thread.onSpinWait();
                    }
                    return start;
                },
                executor);
    }
}
