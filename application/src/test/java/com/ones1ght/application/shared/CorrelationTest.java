package com.ones1ght.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CorrelationTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        other.shutdownNow();
    }

    @Test
    void headersShouldBearBoth() {
        assertThat(Correlation.of("r1", TRACE, null).headers())
                .isEqualTo(Map.of("X-Request-Id", "r1", "traceparent", TRACE));
    }

    @Test
    void headersShouldBearWhatVendorsAdd() {
        assertThat(Correlation.of("r1", TRACE, "a=1").headers())
                .isEqualTo(Map.of("X-Request-Id", "r1", "traceparent", TRACE, "tracestate", "a=1"));
    }

    @Test
    void whatIsNoTraceShouldNotBePassedOn() {
        Correlation untraced = Correlation.of("r1", "00-ab", "a=1");

        assertThat(untraced.headers()).isEqualTo(Map.of("X-Request-Id", "r1"));
        assertThat(untraced.traceId()).isNull();
    }

    @Test
    void traceShouldBeNamedByItsId() {
        assertThat(Correlation.of("r1", TRACE, null).traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void threadShouldWorkForWhatItHasWorkedForBeforeOnceTheWorkIsDone() {
        Correlation outer = Correlation.of("outer", null, null);
        Correlation inner = Correlation.of("inner", null, null);

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
        Correlation mine = Correlation.of("mine", TRACE, null);

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
        assertThat(Correlation.named("0199", Correlation.of("r1", TRACE, null))).isEqualTo("0199 (request r1)");
        assertThat(Correlation.named("0199", null)).isEqualTo("0199");
    }
}
