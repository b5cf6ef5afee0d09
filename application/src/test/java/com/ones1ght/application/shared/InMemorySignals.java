package com.ones1ght.application.shared;

import com.ones1ght.application.shared.port.NodeSignals;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Signals between the nodes of one test: each node has its own, all share a {@link Wire}. */
public final class InMemorySignals implements NodeSignals {

    /** What the nodes are connected by. */
    public static final class Wire {
        private final List<InMemorySignals> nodes = new CopyOnWriteArrayList<>();
    }

    private final Wire wire;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final List<Runnable> keepers = new CopyOnWriteArrayList<>();
    private final List<Runnable> rememberers = new CopyOnWriteArrayList<>();
    private final AtomicInteger announced = new AtomicInteger();

    public InMemorySignals(Wire wire) {
        this.wire = wire;
        wire.nodes.add(this);
    }

    @Override
    public void announceDueRounds() {
        announced.incrementAndGet();
        wire.nodes.stream().filter(node -> node != this).forEach(node -> node.listeners.forEach(Runnable::run));
    }

    @Override
    public void onDueRounds(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void announceNewEvents() {
        wire.nodes.stream().filter(node -> node != this).forEach(node -> node.followers.forEach(Runnable::run));
    }

    @Override
    public void onNewEvents(Runnable listener) {
        followers.add(listener);
    }

    @Override
    public void announcePassages() {
        wire.nodes.stream().filter(node -> node != this).forEach(node -> node.watchers.forEach(Runnable::run));
    }

    @Override
    public void onPassages(Runnable listener) {
        watchers.add(listener);
    }

    @Override
    public void announceChangedKeys() {
        wire.nodes.stream().filter(node -> node != this).forEach(node -> node.keepers.forEach(Runnable::run));
    }

    @Override
    public void onChangedKeys(Runnable listener) {
        keepers.add(listener);
    }

    @Override
    public void announceErasedProfiles() {
        wire.nodes.stream().filter(node -> node != this).forEach(node -> node.rememberers.forEach(Runnable::run));
    }

    @Override
    public void onErasedProfiles(Runnable listener) {
        rememberers.add(listener);
    }

    /** How often this node has told the others. */
    public int announced() {
        return announced.get();
    }
}
