package com.ones1ght.bootstrap.wiring;

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
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

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
    private MetricRegistry registry;

    private RoundRunner runner;

    @PostConstruct
    void create() {
        runner = new RoundRunner(
                queue, pipeline, catalog, documents, signals, changes, workers, executor, timer, clock, settings);
        Tag[] none = {};
        DietaryCoverage coverage = runner.dietaryCoverage();
        registry.gauge("ones1ght_merged_products", coverage, DietaryCoverage::products, none);
        registry.gauge(
                "ones1ght_merged_products_without_allergen_data_share",
                coverage,
                DietaryCoverage::shareWithoutAllergenData,
                none);
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
