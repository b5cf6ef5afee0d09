package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.persistence.shared.ConnectionLimit;
import com.ones1ght.adapters.rest.stream.EventStreams;
import com.ones1ght.adapters.rest.stream.StreamKind;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.bootstrap.metrics.Metric;
import com.ones1ght.bootstrap.metrics.Metrics;
import com.ones1ght.bootstrap.metrics.ProcessFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What operators see of the queues of all nodes, which share them, and of this node's process, streams and connections to the database. One look at a
 * queue serves all gauges of a scrape, and whoever scrapes without a pause.
 */
@ApplicationScoped
public class QueueMetrics {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final double MILLIS = 1e3;

    @Inject
    private Metrics metrics;

    @Inject
    private RunQueue runs;

    @Inject
    private SignageOutbox outbox;

    @Inject
    private EventStreams streams;

    @Inject
    private ConnectionLimit connections;

    @Inject
    private InstantSource clock;

    /** Shows them from now on. */
    void start() {
        RecentReading<RunQueue.Backlog> rounds = new RecentReading<>(() -> runs.backlog(clock.instant()), FRESH, clock);
        metrics.gauge(Metric.ROUNDS_WAITING, () -> rounds.get().waiting());
        metrics.gauge(Metric.ROUNDS_OLDEST, () -> secondsSince(rounds.get().since()));
        RecentReading<SignageOutbox.Backlog> deliveries = new RecentReading<>(outbox::backlog, FRESH, clock);
        metrics.gauge(Metric.DELIVERIES_WAITING, () -> deliveries.get().waiting());
        metrics.gauge(Metric.DELIVERIES_PARKED, () -> deliveries.get().parked());
        metrics.gauge(
                Metric.DELIVERIES_OLDEST, () -> secondsSince(deliveries.get().since()));
        for (StreamKind kind : StreamKind.values()) {
            metrics.gauge(
                    Metric.STREAMS_OPEN, () -> streams.size(kind), kind.name().toLowerCase(Locale.ROOT));
        }
        metrics.gauge(Metric.DB_CONNECTIONS_IN_USE, connections::inUse);
        metrics.gauge(Metric.DB_CONNECTION_WAITERS, connections::waiting);
        ProcessFigures.show(metrics);
    }

    private double secondsSince(@Nullable Instant since) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / MILLIS);
    }
}
