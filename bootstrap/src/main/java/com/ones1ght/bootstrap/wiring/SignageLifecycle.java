package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.signage.embedded.DisplaySettings;
import com.ones1ght.adapters.signage.embedded.SharedSignage;
import com.ones1ght.adapters.signage.embedded.SignageHub;
import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.application.signage.port.RecentPassages;
import com.ones1ght.bootstrap.metrics.Metric;
import com.ones1ght.bootstrap.metrics.Metrics;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This node's part of the embedded signages; it looks for passages only where they are in use. */
@ApplicationScoped
public class SignageLifecycle {

    @Inject
    private SignageHub hub;

    @Inject
    private Metrics metrics;

    @Inject
    private RecentPassages passages;

    @Inject
    private NodeSignals signals;

    @Inject
    private Executor executor;

    @Inject
    private ScheduledExecutorService timer;

    @Inject
    private InstantSource clock;

    /** Read here too, so that an invalid setting of the pages stops the start and not the first page. */
    @Inject
    private Instance<DisplaySettings> pages;

    @Inject
    @ConfigProperty(name = "ones1ght.signage.tick", defaultValue = "PT2S")
    private Duration tick;

    private SharedSignage shared;

    @PostConstruct
    void create() {
        shared = new SharedSignage(hub, passages, signals, executor, timer, clock, tick);
    }

    SharedSignage shared() {
        return shared;
    }

    void start() {
        if (pages.get().served()) {
            shared.start();
            metrics.gauge(Metric.SCREENS_CONNECTED, hub::screens);
        }
    }

    @PreDestroy
    void stop() {
        shared.stop();
    }
}
