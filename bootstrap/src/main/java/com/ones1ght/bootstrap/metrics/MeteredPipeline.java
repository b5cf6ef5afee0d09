package com.ones1ght.bootstrap.metrics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleConsumer;

/**
 * A pipeline whose steps are timed: from the first call for a step to the call that returned it, with all waiting and
 * retries in between. A step whose run is continued on another node is timed from there.
 */
public final class MeteredPipeline implements RecommendationPipeline {

    private static final double NANOS = 1e9;
    private static final int MAX_RUNS = 10_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final RecommendationPipeline pipeline;
    private final Map<PipelineStep, DoubleConsumer> seconds = new EnumMap<>(PipelineStep.class);
    private final Cache<String, Begun> runs = Caffeine.newBuilder()
            .maximumSize(MAX_RUNS)
            .expireAfterWrite(FORGOTTEN_AFTER)
            .executor(Runnable::run)
            .build();

    private record Begun(int stepsDone, long nanos) {}

    /** @param backend its name, the same for the models of all tenants */
    public MeteredPipeline(String backend, RecommendationPipeline pipeline, Metrics metrics) {
        this.pipeline = pipeline;
        for (PipelineStep step : PipelineStep.values()) {
            seconds.put(
                    step,
                    metrics.histogram(Metric.STEP_DURATION, backend, step.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Override
    public CompletionStage<PipelineSnapshot> advance(PipelineRequest request, PipelineSnapshot current) {
        Begun begun = begun(request.requestId(), current.stepsDone());
        return pipeline.advance(request, current).thenApply(next -> {
            returned(request.requestId(), begun, next);
            return next;
        });
    }

    private Begun begun(String run, int stepsDone) {
        Begun now = new Begun(stepsDone, System.nanoTime());
        return runs.asMap().merge(run, now, (known, other) -> known.stepsDone() == stepsDone ? known : other);
    }

    private void returned(String run, Begun begun, PipelineSnapshot next) {
        long now = System.nanoTime();
        for (int step = begun.stepsDone(); step < next.stepsDone(); step++) {
            seconds.get(PipelineStep.values()[step]).accept((now - begun.nanos()) / NANOS);
        }
        if (next.isFinished()) {
            runs.invalidate(run);
        } else if (next.stepsDone() > begun.stepsDone()) {
            runs.put(run, new Begun(next.stepsDone(), now));
        }
    }

    @Override
    public void abandon(PipelineRequest request, PipelineSnapshot last) {
        runs.invalidate(request.requestId());
        pipeline.abandon(request, last);
    }
}
