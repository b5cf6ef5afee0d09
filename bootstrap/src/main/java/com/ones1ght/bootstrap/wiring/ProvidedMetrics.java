package com.ones1ght.bootstrap.wiring;

import com.ones1ght.bootstrap.metrics.CallMetrics;
import com.ones1ght.bootstrap.metrics.Metrics;
import com.ones1ght.bootstrap.metrics.RunMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the metrics of this deployment, and what observes for them. */
@ApplicationScoped
public class ProvidedMetrics {

    @Produces
    @Singleton
    Metrics metrics() {
        return new Metrics();
    }

    @Produces
    @Singleton
    RunMetrics runs(Metrics metrics) {
        return new RunMetrics(metrics);
    }

    @Produces
    @Singleton
    CallMetrics calls(Metrics metrics) {
        return new CallMetrics(metrics);
    }

    @Produces
    @Singleton
    RequestMetrics requests(Metrics metrics) {
        return new RequestMetrics(metrics);
    }
}
