package com.ones1ght.application.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether this node takes requests: it starts, serves, perhaps drains, and stops, in this order. Thread-safe.
 */
public final class NodeState {

    private enum Phase {
        STARTING,
        SERVING,
        DRAINING,
        STOPPING
    }

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);
    private final List<Runnable> stopListeners = new ArrayList<>();

    /** Whether new requests are served. */
    public boolean isServing() {
        return phase.get() == Phase.SERVING || phase.get() == Phase.DRAINING;
    }

    /** Whether load balancers should send new requests here. */
    public boolean isReady() {
        return phase.get() == Phase.SERVING;
    }

    /** The start is over; has no effect once the stop began. */
    public void ready() {
        phase.compareAndSet(Phase.STARTING, Phase.SERVING);
    }

    /** The stop is announced: the node still serves, and is no longer ready. */
    public void drain() {
        phase.compareAndSet(Phase.SERVING, Phase.DRAINING);
    }

    /** The stop begins: calls those who asked for it by {@link #onStop}, the first time. */
    public void stop() {
        if (phase.getAndSet(Phase.STOPPING) == Phase.STOPPING) {
            return;
        }
        List<Runnable> listeners;
        synchronized (stopListeners) {
            listeners = List.copyOf(stopListeners);
            stopListeners.clear();
        }
        listeners.forEach(Runnable::run);
    }

    /**
     * Asks to be called when the stop begins, on the thread that stops; at once if it has begun already. For what holds
     * clients' connections open, and would hold up the stop.
     *
     * @param listener must not block, and must not throw
     */
    public void onStop(Runnable listener) {
        synchronized (stopListeners) {
            if (phase.get() != Phase.STOPPING) {
                stopListeners.add(listener);
                return;
            }
        }
        listener.run();
    }
}
