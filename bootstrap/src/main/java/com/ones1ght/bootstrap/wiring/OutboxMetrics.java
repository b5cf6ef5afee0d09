package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.metrics.Metric;
import com.ones1ght.adapters.metrics.Metrics;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.event.port.SignageOutbox.Backlog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What operators see of the deliveries to signages at {@code /metrics}: of all nodes, since they share the outbox. One
 * look at it serves all gauges of a scrape, and whoever scrapes without a pause.
 */
@ApplicationScoped
public class OutboxMetrics {

    private static final Duration FRESH = Duration.ofSeconds(5);

    @Inject
    private Metrics metrics;

    @Inject
    private SignageOutbox outbox;

    @Inject
    private InstantSource clock;

    private @Nullable Backlog seen;
    private Instant seenAt = Instant.MIN;

    /** Shows them from now on. */
    void start() {
        metrics.gauge(Metric.DELIVERIES_WAITING, () -> backlog().waiting());
        metrics.gauge(Metric.DELIVERIES_PARKED, () -> backlog().parked());
        metrics.gauge(Metric.DELIVERIES_OLDEST, this::oldestSeconds);
    }

    private long oldestSeconds() {
        Instant since = backlog().since();
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }

    private synchronized Backlog backlog() {
        Instant now = clock.instant();
        Backlog known = seen;
        if (known == null || now.isAfter(seenAt.plus(FRESH))) {
            known = outbox.backlog();
            seen = known;
            seenAt = now;
        }
        return known;
    }
}
