package com.ones1ght.application.store;

import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.FloorPlan;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Caches the plans of the stores, and that a store is unknown, for a minute. For each store there is at most one lookup in
 * progress, which all clients share and none holds a thread for. A failed one is repeated for the next client.
 */
public final class StorePlanBoard {

    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    /** Clients name stores, so the number of entries must be bounded. */
    private static final int MAX_STORES = 256;

    private final StoreCatalog catalog;
    private final CouponSpots spots;
    private final StoreCalls calls;
    private final InstantSource clock;
    private final Map<StoreId, Entry> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StoreId, Entry> eldest) {
            return size() > MAX_STORES;
        }
    };

    public StorePlanBoard(StoreCatalog catalog, CouponSpots spots, StoreCalls calls, InstantSource clock) {
        this.catalog = catalog;
        this.spots = spots;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * The plan of a store.
     *
     * @return empty for an unknown store; fails with {@link StoreUnavailableException} when the store gives no usable
     *     answer within five seconds, or too many lookups are waiting
     */
    public CompletionStage<Optional<StorePlan>> plan(StoreId store) {
        Instant now = clock.instant();
        Entry mine;
        synchronized (entries) {
            Entry known = entries.get(store);
            if (known != null && known.isUsable(now)) {
                return calls.within(StoreCalls.MAX_WAIT, known.answer);
            }
            mine = new Entry(now, new CompletableFuture<>());
            entries.put(store, mine);
        }
        calls.call(() -> ask(store)).thenCompose(found -> found).whenComplete((plan, failure) -> {
            if (failure == null) {
                mine.answer.complete(plan);
            } else {
                mine.answer.completeExceptionally(failure);
            }
        });
        return calls.within(StoreCalls.MAX_WAIT, mine.answer);
    }

    private CompletionStage<Optional<StorePlan>> ask(StoreId store) {
        Optional<FloorPlan> floor = catalog.plan(store);
        List<Signage> signages = catalog.signages(store);
        if (floor.isPresent()) {
            return CompletableFuture.completedStage(Optional.of(new StorePlan(store, floor.get(), signages)));
        }
        return spots.spots(store).thenApply(found -> withoutPlan(store, signages, found));
    }

    private static Optional<StorePlan> withoutPlan(StoreId store, List<Signage> signages, List<CouponSpot> spots) {
        if (signages.isEmpty() && spots.isEmpty()) {
            return Optional.empty();
        }
        List<Location> places = Stream.concat(
                        signages.stream().map(Signage::location),
                        spots.stream().map(CouponSpot::location).filter(Objects::nonNull))
                .toList();
        return Optional.of(new StorePlan(store, FloorPlan.around(store.value(), places), signages));
    }

    private record Entry(Instant askedAt, CompletableFuture<Optional<StorePlan>> answer) {

        boolean isUsable(Instant now) {
            return !answer.isCompletedExceptionally() && now.isBefore(askedAt.plus(MAX_AGE));
        }
    }
}
