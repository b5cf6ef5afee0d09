package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.application.shared.AsyncFailures;
import com.ones1ght.application.shared.LogText;
import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.SignageEvent;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The idle content of all stores. Reads never block: they return the last known content, and stale content is reloaded
 * in the background. While a store is unavailable, its content stays as it was.
 */
final class IdleContents {

    private static final System.Logger LOG = System.getLogger(IdleContents.class.getName());

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);
    private static final long SECONDS_FOR_SPOTS = 10;

    /** The least recently read stores are evicted. */
    private static final int MAX_STORES = 1_000;

    private final StoreCatalog catalog;
    private final CouponSpots spots;
    private final InstantSource clock;
    private final Executor loaders;
    private final Consumer<StoreId> changed;
    private final Map<StoreId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StoreId, Kept> eldest) {
            return size() > MAX_STORES;
        }
    };

    /**
     * @param loaders runs calls to the store, which may block
     * @param changed called when the content of a store has changed
     */
    IdleContents(
            StoreCatalog catalog, CouponSpots spots, InstantSource clock, Executor loaders, Consumer<StoreId> changed) {
        this.catalog = catalog;
        this.spots = spots;
        this.clock = clock;
        this.loaders = loaders;
        this.changed = changed;
    }

    /** The last known content; empty before the first load. */
    IdleContent of(StoreId store) {
        IdleContent known;
        boolean toLoad;
        synchronized (kept) {
            Kept last = kept.computeIfAbsent(store, unknown -> new Kept());
            known = last.window;
            toLoad = last.isDue(clock.instant());
            if (toLoad) {
                last.loading = true;
            }
        }
        if (toLoad) {
            load(store, known);
            synchronized (kept) {
                Kept loaded = kept.get(store);
                return loaded == null ? known : loaded.window;
            }
        }
        return known;
    }

    /** @param known what is shown until then */
    private void load(StoreId store, IdleContent known) {
        // The spots may come on a thread of the store, which must not be waited for by another one.
        CompletableFuture.completedFuture(store)
                .thenCompose(spots::spots)
                .orTimeout(SECONDS_FOR_SPOTS, TimeUnit.SECONDS)
                .thenApplyAsync(
                        found -> new IdleContent(events(store), products(store, found), screens(store, known)), loaders)
                .whenComplete((loaded, failure) -> {
                    if (failure != null) {
                        // Any exception of the store's adapter; the screen keeps its content.
                        LOG.log(
                                System.Logger.Level.WARNING,
                                "Idle content of store ''{0}'' unavailable: {1}; showing the last known",
                                LogText.of(store.value()),
                                LogText.of(AsyncFailures.cause(failure)));
                    }
                    keep(store, loaded);
                });
    }

    private void keep(StoreId store, @Nullable IdleContent loaded) {
        boolean news;
        synchronized (kept) {
            Kept last = kept.computeIfAbsent(store, forgotten -> new Kept());
            last.loading = false;
            last.dueAt = clock.instant().plus(loaded == null ? PAUSE_AFTER_FAILURE : FRESH);
            news = loaded != null && !loaded.equals(last.window);
            if (loaded != null) {
                last.window = loaded;
            }
        }
        if (news) {
            changed.accept(store);
        }
    }

    /** Where the screens are. They do not move: while the store does not say, the last known locations remain. */
    private Map<Integer, Location> screens(StoreId store, IdleContent known) {
        try {
            Map<Integer, Location> screens = new HashMap<>();
            catalog.signages(store).forEach(signage -> screens.put(signage.signageNo(), signage.location()));
            return Map.copyOf(screens);
        } catch (StoreUnavailableException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Signages of store ''{0}'' unavailable: {1}; using the last known locations",
                    LogText.of(store.value()),
                    LogText.of(e));
            return known.screens();
        }
    }

    private List<ShownEvent> events(StoreId store) {
        List<SignageEvent> enabled = catalog.signageEvents(store).stream()
                .filter(SignageEvent::enabled)
                .toList();
        Set<ProductId> ids = new LinkedHashSet<>();
        enabled.forEach(event -> ids.addAll(event.products()));
        Map<ProductId, Product> known = ids.isEmpty() ? Map.of() : catalog.products(store, ids);
        return enabled.stream().map(event -> ShownEvent.of(event, known)).toList();
    }

    /** The products of the store's coupon spots, then co-purchased products. */
    private List<ShownProduct> products(StoreId store, List<CouponSpot> found) {
        List<ProductId> wanted = found.stream()
                .filter(CouponSpot::enabled)
                .map(CouponSpot::productId)
                .filter(Objects::nonNull)
                .limit(IdleContent.MAX_PRODUCTS)
                .toList();
        Set<ProductId> all = new LinkedHashSet<>(wanted);
        if (!all.isEmpty() && all.size() < IdleContent.MAX_PRODUCTS) {
            catalog.coPurchases(store, wanted).stream().map(CoPurchase::otherId).forEach(all::add);
        }
        Map<ProductId, Product> known = catalog.products(store, all);
        List<ShownProduct> shown = new ArrayList<>();
        for (ProductId id : all) {
            Product product = known.get(id);
            if (product != null && shown.size() < IdleContent.MAX_PRODUCTS) {
                shown.add(shown(product));
            }
        }
        return List.copyOf(shown);
    }

    private static ShownProduct shown(Product product) {
        LocalizedText name = product.localizedName();
        return new ShownProduct(
                name == null ? LocalizedText.same(product.name()) : name,
                product.brand(),
                null,
                null,
                Price.of(product.price(), product.priceUnit()).orElse(null),
                product.imageUrl(),
                product.sectionCode(),
                product.location());
    }

    private static final class Kept {
        private IdleContent window = IdleContent.EMPTY;
        private @Nullable Instant dueAt;
        private boolean loading;

        boolean isDue(Instant now) {
            return !loading && (dueAt == null || !now.isBefore(dueAt));
        }
    }
}
