package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.application.shared.port.NodeSignals.Topic;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import com.ones1ght.application.shared.work.BackgroundTask;
import com.ones1ght.application.signage.port.RecentPassages;
import com.ones1ght.application.signage.port.RecentPassages.Look;
import com.ones1ght.application.signage.port.SignageForwarder;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.application.signage.port.SignageUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Forwards triggers to the hubs of all nodes. A node records what it delivers in shared storage, and every node's hub,
 * including the delivering node's, reads it from there: all hubs thus see a shopper's passages in the same order, and a
 * node that starts catches up. A node reads after it has recorded, when another one signals, and periodically, since
 * signals may be lost.
 */
public final class SharedSignage implements SignageForwarder {

    private final SignageHub hub;
    private final RecentPassages passages;
    private final NodeSignals signals;
    private final Executor executor;
    private final InstantSource clock;
    private final BackgroundTask looking;
    private final BackgroundTask tidying;

    /** Where the next read starts; changed by a single thread. */
    private volatile long next = Look.FIRST;

    /**
     * @param executor runs short pieces of work that may block on the database
     * @param timer for the tick; its task only passes work to {@code executor}
     * @param tick the interval for reading passages and for removing expired ones
     */
    public SharedSignage(
            SignageHub hub,
            RecentPassages passages,
            NodeSignals signals,
            Executor executor,
            ScheduledExecutorService timer,
            InstantSource clock,
            Duration tick) {
        this.hub = hub;
        this.passages = passages;
        this.signals = signals;
        this.executor = executor;
        this.clock = clock;
        this.looking = new BackgroundTask("Reading passages for the signages", this::look, executor, timer, tick);
        this.tidying = new BackgroundTask("Removing expired passages", this::tidy, executor, timer, tick);
    }

    /** Starts reading; the database has to be ready. */
    public void start() {
        signals.on(Topic.PASSAGES, looking::wake);
        looking.start();
        tidying.start();
    }

    /** Stops the periodic reads. */
    public void stop() {
        looking.stop();
        tidying.stop();
    }

    @Override
    public CompletionStage<Void> forward(SignageTrigger trigger) {
        return CompletableFuture.runAsync(() -> note(trigger), executor);
    }

    private void note(SignageTrigger trigger) {
        try {
            passages.note(trigger.deliveryId(), trigger.occurredAt().plus(hub.stay(trigger)));
        } catch (StorageUnavailableException e) {
            throw new SignageUnavailableException("the database is unavailable", null, e);
        }
        signals.announce(Topic.PASSAGES);
        looking.runHere();
    }

    private void look() {
        Look look = passages.since(next, clock.instant());
        // The hub's stage is already complete.
        look.passed().forEach(passed -> Correlation.during(passed.correlation(), () -> hub.forward(passed.trigger())));
        next = look.next();
    }

    private void tidy() {
        passages.removeEnded(clock.instant());
    }
}
