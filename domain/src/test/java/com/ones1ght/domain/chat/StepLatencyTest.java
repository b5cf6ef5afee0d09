package com.ones1ght.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepLatencyTest {

    private static final Instant ACCEPTED = Instant.EPOCH;

    @Test
    void stepShouldTakeFromTheEndOfTheOneBeforeAndTheFirstFromTheAcceptance() {
        assertThat(StepLatency.of(
                        ACCEPTED,
                        Map.of(
                                PipelineStep.MEAL_SUGGEST, ACCEPTED.plusSeconds(2),
                                PipelineStep.SHOPPING_LIST, ACCEPTED.plusSeconds(5),
                                PipelineStep.UPSELL_SURFACE, ACCEPTED.plusSeconds(5))))
                .containsExactly(
                        Map.entry(PipelineStep.MEAL_SUGGEST, Duration.ofSeconds(2)),
                        Map.entry(PipelineStep.SHOPPING_LIST, Duration.ofSeconds(3)),
                        Map.entry(PipelineStep.UPSELL_SURFACE, Duration.ZERO));
    }

    @Test
    void runWithoutDoneStepsShouldHaveNone() {
        assertThat(StepLatency.of(ACCEPTED, Map.of())).isEmpty();
    }
}
