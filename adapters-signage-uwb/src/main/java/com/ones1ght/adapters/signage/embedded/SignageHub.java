package com.ones1ght.adapters.signage.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.application.signage.port.SignageForwarder;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Takes triggers and decides what each signage shows. The state is in memory and belongs to this node: screens that
 * are connected to it see what is forwarded to it. {@link SharedSignage} forwards each trigger to the hub of every
 * node, as often as need be; a delivery that has come before changes nothing.
 *
 * <p>A shopper who comes takes the screen from whoever had it. The entry ends when the same shopper leaves, when
 * another one comes, or when its time has run out since the passage was noticed: a trigger that comes too late does
 * not light up a screen before which nobody stands any more.
 */
public final class SignageHub implements SignageForwarder {

    /** Entries of other stores than these would be of clients that make stores up. */
    private static final int MOST_STORES = 1_000;

    private static final int REMEMBERED_DELIVERIES = 20_000;

    private final InstantSource clock;
    private final Duration timeout;
    private final IntSupplier lots;
    private final ShopWindows windows;
    private final RecentDeliveries deliveries = new RecentDeliveries(REMEMBERED_DELIVERIES);
    private final List<Consumer<StoreId>> listeners = new CopyOnWriteArrayList<>();

    private final Map<StoreId, Floor> floors = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StoreId, Floor> eldest) {
            return size() > MOST_STORES;
        }
    };
    private long order;

    /**
     * @param loaders where the stores are asked for what they have on show; calls there may block
     * @param timeout after which an entry without an exit ends, where its tenant says nothing else
     */
    public SignageHub(
            StoreCatalog catalog, CouponSpots spots, InstantSource clock, Executor loaders, Duration timeout) {
        this(catalog, spots, clock, loaders, timeout, () -> ThreadLocalRandom.current()
                .nextInt(Integer.MAX_VALUE));
    }

    /** @param lots draws which of the store's messages an entry shows; not negative */
    SignageHub(
            StoreCatalog catalog,
            CouponSpots spots,
            InstantSource clock,
            Executor loaders,
            Duration timeout,
            IntSupplier lots) {
        Require.that(timeout.compareTo(Duration.ZERO) > 0, "ones1ght.signage.timeout", "be longer than nothing");
        this.clock = clock;
        this.timeout = timeout;
        this.lots = lots;
        this.windows = new ShopWindows(catalog, spots, clock, loaders, this::tell);
    }

    @Override
    public CompletionStage<Void> forward(SignageTrigger trigger) {
        if (deliveries.isNew(trigger.deliveryId())) {
            switch (trigger.passage()) {
                case ENTER -> enter(trigger);
                case EXIT -> exit(trigger);
            }
            tell(trigger.store());
        }
        return CompletableFuture.completedFuture(null);
    }

    private void enter(SignageTrigger trigger) {
        Instant now = clock.instant();
        Instant noticed = trigger.occurredAt().isAfter(now) ? now : trigger.occurredAt();
        Instant until = noticed.plus(stay(trigger));
        if (!now.isBefore(until)) {
            return;
        }
        List<JsonNode> items = TriggerReader.elements(trigger.items());
        List<JsonNode> forgotten = TriggerReader.elements(trigger.forgotten());
        Language known = trigger.language();
        Language language = known == null ? TriggerReader.language(items, forgotten) : known;
        ShownProduct card = TriggerReader.bargain(items);
        ShownProduct first = TriggerReader.firstForgotten(forgotten);
        ShownProduct offer = TriggerReader.secondOrElseFirst(items);
        int lot = lots.getAsInt();
        synchronized (floors) {
            order++;
            floors.values().removeIf(floor -> floor.isQuiet(now));
            Entry entry = new Entry(order, trigger.profile(), until, language, card, first, offer, lot);
            floors.computeIfAbsent(trigger.store(), store -> new Floor()).enter(trigger.signageNo(), entry, order);
        }
    }

    private void exit(SignageTrigger trigger) {
        synchronized (floors) {
            Floor floor = floors.get(trigger.store());
            if (floor != null) {
                order++;
                floor.exit(trigger.signageNo(), trigger.profile(), order);
            }
        }
    }

    /** After how long what the screen shows now ends by itself. */
    Duration timeLeft(Screen screen) {
        return entryAt(screen)
                .map(entry -> Duration.between(clock.instant(), entry.until()))
                .orElse(timeout);
    }

    /** What the screen shows now. */
    Showing showing(Screen screen) {
        return entryAt(screen).map(entry -> showing(screen, entry)).orElseGet(Showing.Idle::new);
    }

    private Optional<Entry> entryAt(Screen screen) {
        synchronized (floors) {
            return Optional.ofNullable(floors.get(screen.store()))
                    .flatMap(floor -> floor.shownAt(screen.number(), clock.instant()));
        }
    }

    private Showing showing(Screen screen, Entry entry) {
        if (screen.isAtTheEntrance()) {
            ShownProduct card = entry.card();
            return card == null ? new Showing.Idle() : new Showing.Card(entry.number(), entry.language(), card);
        }
        List<ShownEvent> events = windows.of(screen.store()).events();
        ShownEvent drawn = events.isEmpty() ? null : events.get(entry.lot() % events.size());
        return entry.forgotten() == null && entry.offer() == null && drawn == null
                ? new Showing.Idle()
                : new Showing.Sections(entry.number(), entry.language(), entry.forgotten(), entry.offer(), drawn);
    }

    /** What the store's screens show while nobody is near; does not wait for the store. */
    ShopWindow window(StoreId store) {
        return windows.of(store);
    }

    /** After how long an entry of this trigger ends by itself. */
    Duration stay(SignageTrigger trigger) {
        Duration tenants = trigger.stay();
        return tenants == null ? timeout : tenants;
    }

    /**
     * Tells of stores whose screens may have something else to show now; not of entries that run out of time. The
     * listener is called on the thread of whoever forwards and must not take long.
     *
     * @return ends the listening
     */
    Runnable listen(Consumer<StoreId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(StoreId store) {
        listeners.forEach(listener -> listener.accept(store));
    }
}
