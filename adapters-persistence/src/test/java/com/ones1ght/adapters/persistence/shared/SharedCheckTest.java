package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedCheckTest {

    private static final Duration LIMIT = Duration.ofMillis(50);

    private final AtomicLong now = new AtomicLong();
    private final List<Runnable> started = new ArrayList<>();

    private SharedCheck check(Runnable work) {
        return new SharedCheck(work, started::add, LIMIT, now::get);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void concurrentCallersShouldShareOneHangingCheck() {
        SharedCheck hanging = check(() -> {});

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(hanging::await).isInstanceOf(TimeoutException.class);
        }

        assertThat(started).hasSize(1);
    }

    @Test
    void checkBeyondItsLimitShouldNotBlockCallers() {
        SharedCheck hanging = check(() -> {});
        assertThatThrownBy(hanging::await).isInstanceOf(TimeoutException.class);
        pass(Duration.ofMinutes(1));
        long before = System.nanoTime();

        assertThatThrownBy(hanging::await).isInstanceOf(TimeoutException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LIMIT);
        assertThat(started).hasSize(1);
    }

    @Test
    void outcomeShouldBeReusedForOneSecond() {
        List<String> runs = new ArrayList<>();
        SharedCheck check = new SharedCheck(() -> runs.add("run"), Runnable::run, LIMIT, now::get);

        assertThatCode(check::await).doesNotThrowAnyException();
        pass(SharedCheck.MAX_AGE.minusMillis(1));
        assertThatCode(check::await).doesNotThrowAnyException();
        assertThat(runs).hasSize(1);

        pass(Duration.ofMillis(1));
        assertThatCode(check::await).doesNotThrowAnyException();
        assertThat(runs).hasSize(2);
    }

    @Test
    void failureShouldBeReportedWithItsCause() {
        IllegalStateException full = new IllegalStateException("full");
        SharedCheck check = new SharedCheck(
                () -> {
                    throw full;
                },
                Runnable::run,
                LIMIT,
                now::get);

        assertThatThrownBy(check::await).isInstanceOf(ExecutionException.class).hasCause(full);
    }
}
