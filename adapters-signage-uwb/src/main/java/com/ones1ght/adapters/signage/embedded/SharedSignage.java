package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import com.ones1ght.application.shared.work.PeriodicTask;
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
 * The hubs of all nodes behind one forwarder. What a node is given to deliver is noted where every node reads it, and
 * each node's hub learns of it from there, the delivering node's own too: so all hubs hear of a shopper's passages in
 * the same order, and a node that starts catches up. A node looks when it has noted something, when another one
 * signals, and from time to time by itself, since signals may be lost.
 */
public final class SharedSignage implements SignageForwarder {

    private final SignageHub hub;
    private final RecentPassages passages;
    private final NodeSignals signals;
    private final Executor executor;
    private final InstantSource clock;
    private final PeriodicTask looking;
    private final PeriodicTask tidying;

    /** Where the next look begins; changed by the one thread that looks. */
    private volatile long next = Look.FIRST;

    /**
     * @param executor runs short pieces of work that may block on the database
     * @param timer for the tick; its task only hands work to {@code executor}
     * @param tick how often the node looks by itself, and has removed what is over
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
        this.looking = new PeriodicTask("Reading passages for the signages", this::look, executor, timer, tick);
        this.tidying = new PeriodicTask("Removing passages that are over", this::tidy, executor, timer, tick);
    }

    /** Begins to look; the database has to be ready. */
    public void start() {
        signals.onPassages(looking::wake);
        looking.start();
        tidying.start();
    }

    /** Looks no more by itself. */
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
            throw new SignageUnavailableException("the database is away", null, e);
        }
        signals.announcePassages();
        looking.runHere();
    }

    private void look() {
        Look look = passages.since(next, clock.instant());
        // The hub's own stage is complete when it answers.
        look.found().forEach(hub::forward);
        next = look.next();
    }

    private void tidy() {
        passages.removeEnded(clock.instant());
    }
}
