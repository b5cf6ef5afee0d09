package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.application.shared.work.BackgroundTask;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All connected pages. When something may have changed for a store, the states of its screens are computed, once for
 * all pages of a screen, and sent to the pages that do not have them yet; by one thread at a time, so that no older
 * state overtakes a newer one. A pulse once a second finds expired entries.
 */
final class Displays implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Displays.class.getName());

    /** Far more than any store has; each costs some kilobytes. */
    static final int MAX_STREAMS = 5_000;

    static final Duration PULSE = Duration.ofSeconds(1);
    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    static final Duration STALL_TIMEOUT = Duration.ofSeconds(20);

    private final SignageHub hub;
    private final DisplayDocuments documents;
    private final InstantSource clock;
    private final Map<Screen, Set<DisplayStream>> streams = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Set<StoreId> stale = ConcurrentHashMap.newKeySet();
    private final Runnable endListening;
    private final BackgroundTask sending;
    private final BackgroundTask pulse;
    private volatile Instant lastHeartbeat;
    private volatile boolean closed;

    Displays(
            SignageHub hub,
            DisplayDocuments documents,
            Executor workers,
            ScheduledExecutorService timer,
            InstantSource clock) {
        this.hub = hub;
        this.documents = documents;
        this.clock = clock;
        this.lastHeartbeat = clock.instant();
        this.sending = new BackgroundTask(this::send, workers, Displays::sendFailed);
        this.pulse = new BackgroundTask(
                "Refreshing the signage pages", () -> wake(storesOnDisplay()), workers, timer, PULSE);
        this.endListening = hub.listen(this::refresh);
        pulse.start();
    }

    /** Whether one more page may connect. */
    boolean hasRoom() {
        return !closed && open.get() < MAX_STREAMS;
    }

    /** How many pages are connected. */
    int connected() {
        return open.get();
    }

    /** Adds a page; it receives the complete state at once, and then each change. */
    void add(Screen screen, DisplayStream stream) {
        open.incrementAndGet();
        streams.compute(screen, (same, already) -> {
            Set<DisplayStream> all = already == null ? ConcurrentHashMap.newKeySet() : already;
            all.add(stream);
            return all;
        });
        if (closed) {
            stream.close();
        }
        wake(Set.of(screen.store()));
    }

    void remove(Screen screen, DisplayStream stream) {
        streams.computeIfPresent(screen, (same, all) -> {
            if (all.remove(stream)) {
                open.decrementAndGet();
            }
            return all.isEmpty() ? null : all;
        });
    }

    private void refresh(StoreId store) {
        if (storesOnDisplay().contains(store)) {
            wake(Set.of(store));
        }
    }

    private Set<StoreId> storesOnDisplay() {
        Set<StoreId> stores = new HashSet<>();
        streams.keySet().forEach(screen -> stores.add(screen.store()));
        return stores;
    }

    private void wake(Set<StoreId> stores) {
        stale.addAll(stores);
        sending.wake();
    }

    private static void sendFailed(Throwable failure) {
        LOG.log(
                System.Logger.Level.ERROR,
                "Sending to the signage pages failed, next attempt within " + PULSE,
                failure);
    }

    private void send() {
        sendStates();
        sendHeartbeats();
    }

    private void sendStates() {
        Set<StoreId> stores = new HashSet<>(stale);
        stale.removeAll(stores);
        streams.forEach((screen, pages) -> {
            if (stores.contains(screen.store())) {
                DisplayState state =
                        documents.state(screen, hub.showing(screen), hub.window(screen.store()), hub.timeLeft(screen));
                pages.forEach(page -> page.show(state));
            }
        });
    }

    private void sendHeartbeats() {
        Instant now = clock.instant();
        boolean due = !now.isBefore(lastHeartbeat.plus(HEARTBEAT));
        if (due) {
            lastHeartbeat = now;
        }
        for (Set<DisplayStream> pages : streams.values()) {
            for (DisplayStream page : pages) {
                if (page.isStuck(STALL_TIMEOUT)) {
                    page.close();
                } else if (due) {
                    page.beat();
                }
            }
        }
    }

    /** Ends all connections. */
    @Override
    public void close() {
        closed = true;
        pulse.stop();
        endListening.run();
        streams.values().forEach(pages -> pages.forEach(DisplayStream::close));
    }
}
