package com.ones1ght.application.event;

import com.ones1ght.application.shared.work.WorkerSettings;
import com.ones1ght.domain.shared.Require;
import java.time.Duration;

/**
 * What an operator may set about deliveries to signages.
 *
 * @param retryFor how long a delivery is tried before it is parked
 * @param lease how long a claim lasts without being renewed; an attempt is given up before that
 * @param tick how often the node looks for due deliveries by itself, whatever it is told
 * @param maxCalls how many deliveries are under way at once on this node at the most
 */
public record DeliverySettings(Duration retryFor, Duration lease, Duration tick, int maxCalls) {

    public DeliverySettings {
        Require.that(!retryFor.isNegative(), "outbox.retry-for", "not be negative");
        Require.that(lease.compareTo(Duration.ofMillis(200)) >= 0, "outbox.lease", "be at least 200 ms");
        Require.that(tick.compareTo(Duration.ZERO) > 0, "outbox.tick", "be above zero");
        Require.that(maxCalls >= 1, "outbox.max-calls", "be at least 1");
    }

    /** A delivery never waits on this node, and a stop waits for none. */
    WorkerSettings worker() {
        return new WorkerSettings(lease, tick, maxCalls, maxCalls, Duration.ZERO);
    }
}
