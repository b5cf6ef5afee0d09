package com.ones1ght.application.shared;

import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.domain.chat.ChatId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Signals between the nodes of one test: each node has its own, all share a {@link Wire}. */
public final class InMemorySignals implements NodeSignals {

    /** What the nodes are connected by. */
    public static final class Wire {
        private final List<InMemorySignals> nodes = new CopyOnWriteArrayList<>();
        private volatile boolean broken;

        private volatile boolean failing;

        /** From now on changes of chats cannot be announced. */
        public void failChangedChats() {
            failing = true;
        }

        /** From now on changes of chats reach no other node. */
        public void loseChangedChats() {
            broken = true;
        }
    }

    private final Wire wire;
    private final Map<Topic, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private final List<Consumer<ChatId>> readers = new CopyOnWriteArrayList<>();
    private final List<ChatId> changedChats = new CopyOnWriteArrayList<>();
    private final AtomicInteger announced = new AtomicInteger();

    public InMemorySignals(Wire wire) {
        this.wire = wire;
        wire.nodes.add(this);
    }

    @Override
    public void announce(Topic topic) {
        if (topic == Topic.DUE_ROUNDS) {
            announced.incrementAndGet();
        }
        wire.nodes.stream()
                .filter(node -> node != this)
                .flatMap(node -> node.listeners.getOrDefault(topic, List.of()).stream())
                .forEach(Runnable::run);
    }

    @Override
    public void on(Topic topic, Runnable listener) {
        listeners
                .computeIfAbsent(topic, unheard -> new CopyOnWriteArrayList<>())
                .add(listener);
    }

    @Override
    public void announceChangedChat(ChatId chat) {
        if (wire.failing) {
            throw new IllegalStateException("no connection");
        }
        changedChats.add(chat);
        wire.nodes.stream()
                .filter(node -> node != this && !wire.broken)
                .forEach(node -> node.readers.forEach(reader -> reader.accept(chat)));
    }

    @Override
    public void onChangedChats(Consumer<ChatId> listener, Runnable onMissed) {
        readers.add(listener);
    }

    /** The chats that this node has announced, in order. */
    public List<ChatId> changedChats() {
        return List.copyOf(changedChats);
    }

    /** How often this node has told the others of due rounds. */
    public int announced() {
        return announced.get();
    }
}
