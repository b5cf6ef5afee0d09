package com.ones1ght.application.analytics;

import com.ones1ght.application.analytics.port.AnalyticsRollUp;
import com.ones1ght.application.shared.work.BackgroundTask;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** Keeps analytics rolled up, from time to time; any node does it for all. */
public final class RolledUpAnalytics {

    /** So many rows a report reads in a few milliseconds. Tenants with fewer are never rolled up. */
    private static final int THRESHOLD = 1_000;

    private final AnalyticsRollUp analytics;
    private final BackgroundTask rolling;

    /**
     * @param executor runs short pieces of work that may block on the database
     * @param timer only hands work to {@code executor}
     */
    public RolledUpAnalytics(
            AnalyticsRollUp analytics, Executor executor, ScheduledExecutorService timer, Duration tick) {
        this.analytics = analytics;
        this.rolling = new BackgroundTask("Rolling up analytics", this::rollUp, executor, timer, tick);
    }

    /** Begins to roll up. */
    public void start() {
        rolling.start();
    }

    /** Rolls up no more. */
    public void stop() {
        rolling.stop();
    }

    private void rollUp() {
        for (TenantId tenant : analytics.due(THRESHOLD)) {
            boolean isMoreLeft = true;
            while (isMoreLeft && !rolling.isStopped()) {
                isMoreLeft = analytics.rollUp(tenant);
            }
        }
    }
}
