package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.chat.DueRounds;
import com.ones1ght.application.chat.RoundLooks;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.chat.port.RunQueue;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

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

    /** A node that is switched off accepts rounds, and leaves them to the others. */
    @Inject
    @ConfigProperty(name = "ones1ght.runner.enabled", defaultValue = "true")
    private boolean enabled;

    private RoundRunner runner;

    @PostConstruct
    void create() {
        runner = new RoundRunner(
                queue, pipeline, catalog, documents, signals, workers, executor, timer, clock, settings);
    }

    void start() {
        if (enabled) {
            runner.start();
        }
    }

    @Produces
    @ApplicationScoped
    DueRounds dueRounds() {
        return enabled ? runner::wake : signals::announceDueRounds;
    }

    @Produces
    @ApplicationScoped
    RoundLooks roundLooks() {
        return runner::look;
    }

    @PreDestroy
    void stop() {
        runner.stop();
    }
}
