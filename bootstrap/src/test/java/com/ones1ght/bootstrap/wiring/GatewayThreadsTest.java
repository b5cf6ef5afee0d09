package com.ones1ght.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.RequestLoad;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayThreadsTest {

    @Test
    void workShouldBeRejectedWhenAsMuchAsMayIsWaiting() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(2);
        ThreadPoolExecutor pool = GatewayThreads.pool(2, 3, Executors.defaultThreadFactory());
        try {
            for (int i = 0; i < 2; i++) {
                pool.execute(() -> {
                    running.countDown();
                    await(answered);
                });
            }
            assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 3; i++) {
                pool.execute(() -> {});
            }

            assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        } finally {
            answered.countDown();
            pool.shutdown();
        }
        assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(pool.getCompletedTaskCount()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"embedded, 1", "store-api, 2"})
    void stepsThatWaitForARemoteStoreShouldUseAllThreadsBesideRequests(String store, int atOnce) throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger running = new AtomicInteger();
        RequestLoad requests = new RequestLoad();
        ThreadPoolExecutor pool = GatewayThreads.pool(2, Integer.MAX_VALUE, Executors.defaultThreadFactory());
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            requests.begin();
            Executor workers = GatewayThreads.workersFor(store, pool, timer, requests);
            for (int i = 0; i < 2; i++) {
                workers.execute(() -> {
                    running.incrementAndGet();
                    both.countDown();
                    await(answered);
                });
            }

            Awaitility.await().until(() -> running.get() == atOnce);
            Awaitility.await().during(Duration.ofMillis(200)).until(() -> running.get() == atOnce);
        } finally {
            answered.countDown();
            assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
            timer.shutdown();
            pool.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
