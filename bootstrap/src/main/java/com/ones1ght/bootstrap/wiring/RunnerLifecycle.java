package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.chat.ChatChanges;
import com.ones1ght.application.chat.RunnerWakeup;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.runner.DietaryCoverage;
import com.ones1ght.application.chat.runner.RoundRunner;
import com.ones1ght.application.chat.runner.RunnerSettings;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.bootstrap.metrics.MeteredRunQueue;
import com.ones1ght.bootstrap.metrics.Metric;
import com.ones1ght.bootstrap.metrics.Metrics;
import com.ones1ght.bootstrap.metrics.RunMetrics;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.dietary.Restriction.FollowedDiet;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

/**
 * The one runner of this node. It is made with the application, starts once the database is ready, and stops
 * before the threads that it works on.
 */
@ApplicationScoped
public class RunnerLifecycle {

    @Inject
    private RunQueue queue;

    @Inject
    private RecommendationPipeline pipeline;

    @Inject
    private StoreCatalog catalog;

    @Inject
    private ResultDocuments documents;

    @Inject
    private NodeSignals signals;

    @Inject
    private ChatChanges changes;

    @Inject
    @RunnerWorkers
    private Executor workers;

    @Inject
    @RunnerSaves
    private Executor saves;

    @Inject
    private Executor executor;

    @Inject
    private ScheduledExecutorService timer;

    @Inject
    private InstantSource clock;

    @Inject
    private Tracing tracing;

    @Inject
    private RunnerSettings settings;

    @Inject
    private Metrics metrics;

    @Inject
    private RunMetrics runs;

    private RoundRunner runner;

    @PostConstruct
    void create() {
        runner = new RoundRunner(
                new MeteredRunQueue(queue, runs, metrics),
                pipeline,
                catalog,
                documents,
                signals,
                changes,
                workers,
                saves,
                executor,
                timer,
                clock,
                tracing,
                settings);
        DietaryCoverage coverage = runner.dietaryCoverage();
        metrics.gauge(Metric.ROUNDS_HELD, runner::heldRuns);
        metrics.counted(Metric.PRODUCTS_MERGED, coverage::products);
        metrics.counted(Metric.PRODUCTS_WITHOUT_ALLERGENS, coverage::withoutAllergenData);
        Stream.concat(
                        Arrays.stream(Allergen.values()).map(AvoidedAllergen::new),
                        Arrays.stream(Diet.values()).map(FollowedDiet::new))
                .forEach(reason ->
                        metrics.counted(Metric.GUARD_WITHHELD, () -> coverage.withheldFor(reason), reason.code()));
    }

    void start() {
        runner.start();
    }

    @Produces
    @ApplicationScoped
    RunnerWakeup runnerWakeup() {
        return new CountedWakeup(runner, runs);
    }

    /** Counts the accepted runs, for each of which the runner is woken once. */
    private record CountedWakeup(RunnerWakeup runner, RunMetrics runs) implements RunnerWakeup {

        @Override
        public void wake() {
            runs.accepted();
            runner.wake();
        }

        @Override
        public CompletionStage<Boolean> refresh(Collection<RoundId> rounds) {
            return runner.refresh(rounds);
        }

        @Override
        public void releaseEnded() {
            runner.releaseEnded();
        }
    }

    @PreDestroy
    void stop() {
        runner.stop();
    }
}
