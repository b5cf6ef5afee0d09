package com.ones1ght.application.shared.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));

    @ParameterizedTest
    @CsvSource({"1,500", "2,1000", "3,2000", "5,8000", "6,15000", "7,15000", "1000000,15000"})
    void delaysShouldDoubleUpToTheMaximumAndBeSpreadBelowIt(int failures, long doubledMillis) {
        for (int key = 0; key < 100; key++) {
            assertThat(backoff.delay(key, failures, null))
                    .isBetween(Duration.ofMillis(doubledMillis * 60 / 100), Duration.ofMillis(doubledMillis));
        }
    }

    @Test
    void keysThatFailTogetherShouldNotComeBackTogether() {
        long distinct = IntStream.range(0, 100)
                .mapToObj(key -> backoff.delay("key " + key, 3, null))
                .distinct()
                .count();

        assertThat(distinct).isGreaterThan(20);
    }

    @Test
    void requestedDelayShouldBeWaitedForWhenItIsLonger() {
        assertThat(backoff.delay("key", 1, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(backoff.delay("key", 1, Duration.ofMillis(1))).isEqualTo(backoff.delay("key", 1, null));
    }
}
