package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.SignageEvent;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the stores show in their windows. Asking never waits: the answer is what was known last, and what is old is
 * loaded anew in the background. While a store cannot be reached its window stays as it was.
 */
final class ShopWindows {

    private static final System.Logger LOG = System.getLogger(ShopWindows.class.getName());

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);
    private static final long SECONDS_FOR_SPOTS = 10;

    /** Stores that nobody asks for any more make room. */
    private static final int MOST_STORES = 1_000;

    private final StoreCatalog catalog;
    private final CouponSpots spots;
    private final InstantSource clock;
    private final Executor loaders;
    private final Consumer<StoreId> changed;
    private final Map<StoreId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StoreId, Kept> eldest) {
            return size() > MOST_STORES;
        }
    };

    /**
     * @param loaders where calls to the store are made, which may block
     * @param changed is told when there is something new in a window
     */
    ShopWindows(
            StoreCatalog catalog, CouponSpots spots, InstantSource clock, Executor loaders, Consumer<StoreId> changed) {
        this.catalog = catalog;
        this.spots = spots;
        this.clock = clock;
        this.loaders = loaders;
        this.changed = changed;
    }

    /** The window as it was known last; empty before that. */
    ShopWindow of(StoreId store) {
        ShopWindow known;
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
            load(store);
            synchronized (kept) {
                Kept loaded = kept.get(store);
                return loaded == null ? known : loaded.window;
            }
        }
        return known;
    }

    private void load(StoreId store) {
        try {
            loaders.execute(() -> {
                ShopWindow loaded = null;
                try {
                    loaded = loaded(store);
                } finally {
                    keep(store, loaded);
                }
            });
        } catch (RejectedExecutionException e) {
            // The gateway is about to stop.
            keep(store, null);
        }
    }

    private void keep(StoreId store, @Nullable ShopWindow loaded) {
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

    private @Nullable ShopWindow loaded(StoreId store) {
        try {
            List<ShownEvent> events = catalog.signageEvents(store).stream()
                    .filter(SignageEvent::enabled)
                    .map(ShownEvent::of)
                    .toList();
            return new ShopWindow(events, products(store));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            // What the store's adapter throws is its own affair; a screen goes on showing what it has.
            LOG.log(System.Logger.Level.WARNING, "What store {0} has on show could not be read: {1}", store.value(), e);
            return null;
        }
    }

    /** What the store's coupons are for, filled up with what is bought along with it. */
    private List<ShownProduct> products(StoreId store)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<ProductId> wanted =
                spots.spots(store).toCompletableFuture().get(SECONDS_FOR_SPOTS, TimeUnit.SECONDS).stream()
                        .filter(CouponSpot::enabled)
                        .map(CouponSpot::productId)
                        .filter(Objects::nonNull)
                        .limit(ShopWindow.MOST_PRODUCTS)
                        .toList();
        Set<ProductId> all = new LinkedHashSet<>(wanted);
        if (!all.isEmpty() && all.size() < ShopWindow.MOST_PRODUCTS) {
            catalog.coPurchases(store, wanted).stream().map(CoPurchase::otherId).forEach(all::add);
        }
        Map<ProductId, Product> known = catalog.products(store, all);
        List<ShownProduct> shown = new ArrayList<>();
        for (ProductId id : all) {
            Product product = known.get(id);
            if (product != null && shown.size() < ShopWindow.MOST_PRODUCTS) {
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
                product.sectionCode());
    }

    private static final class Kept {
        private ShopWindow window = ShopWindow.EMPTY;
        private @Nullable Instant dueAt;
        private boolean loading;

        boolean isDue(Instant now) {
            return !loading && (dueAt == null || !now.isBefore(dueAt));
        }
    }
}
