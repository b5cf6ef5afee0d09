package com.ones1ght.domain.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long a step takes: from the end of the step before it, the first from the acceptance of its run. Of steps that
 * came together all but the first took no time.
 */
public final class StepLatency {

    private StepLatency() {}

    /** The step from whose end the given one is measured; empty when that is the acceptance of the run. */
    public static Optional<PipelineStep> measuredFrom(PipelineStep step) {
        return step.ordinal() == 0 ? Optional.empty() : Optional.of(PipelineStep.values()[step.ordinal() - 1]);
    }

    /** The latencies of the steps that are done, in order. */
    public static Map<PipelineStep, Duration> of(Instant acceptedAt, Map<PipelineStep, Instant> doneAt) {
        Map<PipelineStep, Duration> latencies = new EnumMap<>(PipelineStep.class);
        doneAt.forEach((step, done) -> latencies.put(
                step, Duration.between(measuredFrom(step).map(doneAt::get).orElse(acceptedAt), done)));
        return latencies;
    }
}
