package com.ones1ght.domain.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The duration of a step, from the end of the previous one, or from the acceptance of the run. Of steps that finished
 * together all but the first have duration zero.
 */
public final class StepLatency {

    private StepLatency() {}

    /** The step whose end starts the given one; empty for the first, which starts with the acceptance. */
    public static Optional<PipelineStep> measuredFrom(PipelineStep step) {
        return step.ordinal() == 0 ? Optional.empty() : Optional.of(PipelineStep.values()[step.ordinal() - 1]);
    }

    /** The latencies of the finished steps, in order. */
    public static Map<PipelineStep, Duration> of(Instant acceptedAt, Map<PipelineStep, Instant> doneAt) {
        Map<PipelineStep, Duration> latencies = new EnumMap<>(PipelineStep.class);
        doneAt.forEach((step, done) -> latencies.put(
                step, Duration.between(measuredFrom(step).map(doneAt::get).orElse(acceptedAt), done)));
        return latencies;
    }
}
