package com.ones1ght.adapters.signage.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.SpanRecorder.Role;
import com.ones1ght.application.signage.port.SignageForwarder;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.dietary.DietaryGuard;
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
 * Receives triggers and decides what each signage shows. The state is in the memory of this node: screens that are
 * connected to it show what is forwarded to it. {@link SharedSignage} forwards each trigger to the hub of every node,
 * at least once; a repeated delivery changes nothing.
 *
 * <p>A shopper who enters replaces the previous one on the screen. The entry ends when the same shopper leaves, when
 * another one enters, or when it expires. Its time counts from when the passage was detected: a late trigger does not
 * light up a screen that the shopper has left.
 */
public final class SignageHub implements SignageForwarder {

    /** More stores than that are made up by clients. */
    private static final int MAX_STORES = 1_000;

    private static final int REMEMBERED_DELIVERIES = 20_000;

    private final InstantSource clock;
    private final DietaryGuard guard;
    private final Tracing tracing;
    private final Duration timeout;
    private final IntSupplier lots;
    private final IdleContents windows;
    private final RecentDeliveries deliveries = new RecentDeliveries(REMEMBERED_DELIVERIES);
    private final List<Consumer<StoreId>> listeners = new CopyOnWriteArrayList<>();

    private final Map<StoreId, Floor> floors = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StoreId, Floor> eldest) {
            return size() > MAX_STORES;
        }
    };
    private long order;
    private volatile IntSupplier screens = () -> 0;

    /**
     * @param loaders runs calls to the stores, which may block
     * @param guard decides which messages of the store a shopper may be shown
     * @param timeout when an entry without an exit expires, unless the tenant has set another time
     */
    public SignageHub(
            StoreCatalog catalog,
            CouponSpots spots,
            InstantSource clock,
            Executor loaders,
            DietaryGuard guard,
            Tracing tracing,
            Duration timeout) {
        this(catalog, spots, clock, loaders, guard, tracing, timeout, () -> ThreadLocalRandom.current()
                .nextInt(Integer.MAX_VALUE));
    }

    /** @param lots selects the store's message that an entry shows; not negative */
    SignageHub(
            StoreCatalog catalog,
            CouponSpots spots,
            InstantSource clock,
            Executor loaders,
            DietaryGuard guard,
            Tracing tracing,
            Duration timeout,
            IntSupplier lots) {
        Require.that(timeout.compareTo(Duration.ZERO) > 0, "ones1ght.signage.timeout", "be longer than nothing");
        this.clock = clock;
        this.guard = guard;
        this.tracing = tracing;
        this.timeout = timeout;
        this.lots = lots;
        this.windows = new IdleContents(catalog, spots, clock, loaders, this::tell);
    }

    @Override
    public CompletionStage<Void> forward(SignageTrigger trigger) {
        if (deliveries.isNew(trigger.deliveryId())) {
            tracing.begin(Role.CONSUMER, "signage.show")
                    .with("com.ones1ght.tenant", trigger.tenantCode())
                    .with("com.ones1ght.round.id", trigger.round())
                    .around(() -> show(trigger));
        }
        return CompletableFuture.completedFuture(null);
    }

    private boolean show(SignageTrigger trigger) {
        switch (trigger.passage()) {
            case ENTER -> enter(trigger);
            case EXIT -> exit(trigger);
        }
        tell(trigger.store());
        return true;
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
            Entry entry = new Entry(
                    order, trigger.profile(), until, language, card, first, offer, trigger.restrictions(), lot);
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

    /** The time until the current entry of the screen expires. */
    Duration timeLeft(Screen screen) {
        return entryAt(screen)
                .map(entry -> Duration.between(clock.instant(), entry.until()))
                .orElse(timeout);
    }

    /** The current content of the screen. */
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
        List<ShownEvent> events = windows.of(screen.store()).events().stream()
                .filter(event -> event.suits(guard, entry.restrictions()))
                .toList();
        ShownEvent drawn = events.isEmpty() ? null : events.get(entry.lot() % events.size());
        return entry.forgotten() == null && entry.offer() == null && drawn == null
                ? new Showing.Idle()
                : new Showing.Sections(entry.number(), entry.language(), entry.forgotten(), entry.offer(), drawn);
    }

    /** The idle content of the store's screens; does not wait for the store. */
    IdleContent window(StoreId store) {
        return windows.of(store);
    }

    /** The time after which an entry of this trigger expires. */
    Duration stay(SignageTrigger trigger) {
        Duration tenants = trigger.stay();
        return tenants == null ? timeout : tenants;
    }

    /**
     * Registers a listener for stores whose screens may have changed, except by expiry. It is called on the forwarding
     * thread and must not block.
     *
     * @return removes the listener
     */
    Runnable listen(Consumer<StoreId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Says from now on how many pages are connected. */
    void countScreens(IntSupplier connected) {
        screens = connected;
    }

    /** How many pages are connected to this node. */
    public int screens() {
        return screens.getAsInt();
    }

    private void tell(StoreId store) {
        listeners.forEach(listener -> listener.accept(store));
    }
}
