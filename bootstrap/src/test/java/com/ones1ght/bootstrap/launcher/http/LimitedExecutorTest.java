package com.ones1ght.bootstrap.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LimitedExecutorTest {

    private final Queue<Runnable> pool = new ArrayDeque<>();
    private final LimitedExecutor executor = new LimitedExecutor(pool::add, 2);
    private final List<Integer> done = new ArrayList<>();

    @Test
    void noMoreThanTheLimitShouldBeInThePool() {
        for (int i = 0; i < 5; i++) {
            int number = i;
            executor.execute(() -> done.add(number));
        }

        for (int left = 5; left > 0; left--) {
            assertThat(pool).hasSize(Math.min(2, left));
            pool.remove().run();
        }
        assertThat(done).containsExactly(0, 1, 2, 3, 4);
        assertThat(pool).isEmpty();
    }

    @Test
    void nextTaskShouldQueueBehindWhatElseIsInThePool() {
        for (int i = 0; i < 3; i++) {
            int number = i;
            executor.execute(() -> done.add(number));
        }
        pool.add(() -> done.add(-1));

        while (!pool.isEmpty()) {
            pool.remove().run();
        }
        assertThat(done).containsExactly(0, 1, -1, 2);
    }

    @Test
    void failedTaskShouldMakeRoomForTheNext() {
        executor.execute(() -> {
            throw new IllegalStateException("as expected");
        });
        executor.execute(() -> done.add(1));
        executor.execute(() -> done.add(2));

        assertThatThrownBy(() -> pool.remove().run()).hasMessage("as expected");
        while (!pool.isEmpty()) {
            pool.remove().run();
        }
        executor.execute(() -> done.add(3));
        executor.execute(() -> done.add(4));
        assertThat(pool).hasSize(2);
        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void rejectedTaskShouldLeaveItsPlaceToOthers() {
        LimitedExecutor full = new LimitedExecutor(this::reject, 1);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> full.execute(() -> done.add(0))).isInstanceOf(RejectedExecutionException.class);
        }
        assertThat(done).isEmpty();
    }

    @Test
    void tasksThatWaitShouldRunAlsoWhenThePoolTakesNoMore() {
        AtomicBoolean isFull = new AtomicBoolean();
        LimitedExecutor one = new LimitedExecutor(
                task -> {
                    if (isFull.get()) {
                        reject(task);
                    }
                    pool.add(task);
                },
                1);
        one.execute(() -> done.add(0));
        one.execute(() -> {
            throw new IllegalStateException("as expected");
        });
        one.execute(() -> done.add(2));
        isFull.set(true);

        assertThatThrownBy(() -> pool.remove().run()).hasMessage("as expected");

        assertThat(done).containsExactly(0, 2);
        isFull.set(false);
        one.execute(() -> done.add(3));
        assertThat(pool).hasSize(1);
    }

    private void reject(Runnable task) {
        throw new RejectedExecutionException("full");
    }
}
