package com.ones1ght.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

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

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
