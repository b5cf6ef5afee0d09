package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.metrics.Metric;
import com.ones1ght.adapters.metrics.Metrics;
import com.ones1ght.application.chat.ChatChanges;
import com.ones1ght.application.chat.RunnerWakeup;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.runner.DietaryCoverage;
import com.ones1ght.application.chat.runner.RoundRunner;
import com.ones1ght.application.chat.runner.RunnerSettings;
import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.application.store.port.StoreCatalog;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

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
    private Executor executor;

    @Inject
    private ScheduledExecutorService timer;

    @Inject
    private InstantSource clock;

    @Inject
    private RunnerSettings settings;

    @Inject
    private Metrics metrics;

    private RoundRunner runner;

    @PostConstruct
    void create() {
        runner = new RoundRunner(
                queue, pipeline, catalog, documents, signals, changes, workers, executor, timer, clock, settings);
        DietaryCoverage coverage = runner.dietaryCoverage();
        metrics.counted(Metric.PRODUCTS_MERGED, coverage::products);
        metrics.counted(Metric.PRODUCTS_WITHOUT_ALLERGENS, coverage::withoutAllergenData);
    }

    void start() {
        runner.start();
    }

    @Produces
    @ApplicationScoped
    RunnerWakeup runnerWakeup() {
        return runner;
    }

    @PreDestroy
    void stop() {
        runner.stop();
    }
}
