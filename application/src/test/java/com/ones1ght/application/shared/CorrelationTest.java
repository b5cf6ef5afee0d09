package com.ones1ght.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        other.shutdownNow();
    }

    @Test
    void headersShouldBearBoth() {
        assertThat(Correlation.of("r1", TRACE).headers()).isEqualTo(Map.of("X-Request-Id", "r1", "traceparent", TRACE));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-ab",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nX: y"
            })
    void whatIsNoTraceShouldNotBePassedOn(String sent) {
        assertThat(Correlation.of("r1", sent).headers()).isEqualTo(Map.of("X-Request-Id", "r1"));
    }

    @Test
    void threadShouldWorkForWhatItHasWorkedForBeforeOnceTheWorkIsDone() {
        Correlation outer = Correlation.of("outer", null);
        Correlation inner = Correlation.of("inner", null);

        Correlation.during(outer, () -> {
            assertThat(Correlation.<Correlation>during(inner, Correlation::current))
                    .isEqualTo(inner);
            assertThat(Correlation.during(null, () -> Correlation.current() == null))
                    .isTrue();
            assertThatThrownBy(() -> Correlation.during(inner, () -> {
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            assertThat(Correlation.current()).isEqualTo(outer);
            return true;
        });

        assertThat(Correlation.current()).isNull();
    }

    @Test
    void workShouldTakeItToAnotherThreadAndLeaveNothingThere() {
        CompletableFuture<Correlation> seen = new CompletableFuture<>();
        Correlation mine = Correlation.of("mine", TRACE);

        Correlation.during(mine, () -> {
            other.execute(Correlation.keptBy(() -> seen.complete(Correlation.current())));
            return true;
        });

        assertThat(seen.join()).isEqualTo(mine);
        assertThat(CompletableFuture.supplyAsync(() -> Correlation.current() == null, other)
                        .join())
                .isTrue();
    }

    @Test
    void logShouldNameTheRequestBesideOurOwnId() {
        assertThat(Correlation.named("0199", Correlation.of("r1", TRACE))).isEqualTo("0199 (request r1)");
        assertThat(Correlation.named("0199", null)).isEqualTo("0199");
    }
}
