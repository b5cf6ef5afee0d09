package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.analytics.RolledUpAnalytics;
import com.ones1ght.application.analytics.port.AnalyticsRollUp;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Keeps analytics rolled up while the application runs. */
@ApplicationScoped
public class AnalyticsLifecycle {

    private static final Duration TICK = Duration.ofSeconds(30);

    @Inject
    private AnalyticsRollUp analytics;

    @Inject
    private Executor executor;

    @Inject
    private ScheduledExecutorService timer;

    private @Nullable RolledUpAnalytics rolledUp;

    void start() {
        rolledUp = new RolledUpAnalytics(analytics, executor, timer, TICK);
        rolledUp.start();
    }

    @PreDestroy
    void stop() {
        if (rolledUp != null) {
            rolledUp.stop();
        }
    }
}
