package com.ones1ght.application.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The life cycle of this node: it starts, warms up, serves, perhaps drains, and stops, in this order. Thread-safe.
 */
public final class NodeState {

    /** Where in its life a node is. */
    public enum Phase {
        STARTING,
        WARMING_UP,
        SERVING,
        DRAINING,
        STOPPING
    }

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);
    private final List<Runnable> stopListeners = new ArrayList<>();

    /** Where in its life this node is; another thread may change it at any moment. */
    public Phase phase() {
        return phase.get();
    }

    /** Whether new requests are served. */
    public boolean isServing() {
        return switch (phase.get()) {
            case WARMING_UP, SERVING, DRAINING -> true;
            case STARTING, STOPPING -> false;
        };
    }

    /** Whether load balancers should send new requests here. */
    public boolean isReady() {
        return phase.get() == Phase.SERVING;
    }

    /** The start is complete: the node serves, and warms up before it is ready. Has no effect once the stop has begun. */
    public void serve() {
        phase.compareAndSet(Phase.STARTING, Phase.WARMING_UP);
    }

    /** The node has warmed up. Has no effect unless it serves, nor once a stop is announced. */
    public void ready() {
        phase.compareAndSet(Phase.WARMING_UP, Phase.SERVING);
    }

    /** A stop is announced: the node still serves, but is no longer ready. */
    public void drain() {
        phase.updateAndGet(
                current -> current == Phase.WARMING_UP || current == Phase.SERVING ? Phase.DRAINING : current);
    }

    /** The stop begins: runs the listeners of {@link #onStop}, the first time. */
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
     * Runs the listener when the stop begins, on the stopping thread; at once if it has begun already. For components
     * that keep clients' connections open, which would delay the stop.
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
