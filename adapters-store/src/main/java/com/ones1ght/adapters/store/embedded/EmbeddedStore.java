package com.ones1ght.adapters.store.embedded;

import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.FloorPlan;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.SignageEvent;
import com.ones1ght.domain.store.StoreId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One demonstration store from bundled files; any other store is unknown. Prices are in Korean won, the
 * store's own product and section names are Korean. The files are read on first use.
 */
public final class EmbeddedStore implements StoreCatalog {

    /** The only store. */
    public static final StoreId MAIN = new StoreId("main");

    private static final int MAX_LIMIT = 100;

    private final Lazy<Catalogue> catalogue = new Lazy<>(Catalogue::bundled);
    private final Lazy<CoPurchaseStatistics> statistics = new Lazy<>(CoPurchaseStatistics::bundled);
    private final Lazy<FloorPlan> plan = new Lazy<>(Section::plan);
    private final Lazy<List<Signage>> signages = new Lazy<>(Screens::signages);
    private final Lazy<List<SignageEvent>> signageEvents = new Lazy<>(Screens::events);

    @Override
    public Map<ProductId, Product> products(StoreId store, Collection<ProductId> ids) {
        return isKnown(store) && !ids.isEmpty() ? catalogue.get().products(ids) : Map.of();
    }

    @Override
    public List<Product> search(StoreId store, String query, int limit) {
        Require.that(limit >= 1 && limit <= MAX_LIMIT, "limit", "be between 1 and " + MAX_LIMIT);
        return isKnown(store) && !query.isBlank() ? catalogue.get().search(query, limit) : List.of();
    }

    @Override
    public List<Signage> signages(StoreId store) {
        return isKnown(store) ? signages.get() : List.of();
    }

    @Override
    public Optional<FloorPlan> plan(StoreId store) {
        return isKnown(store) ? Optional.of(plan.get()) : Optional.empty();
    }

    @Override
    public List<SignageEvent> signageEvents(StoreId store) {
        return isKnown(store) ? signageEvents.get() : List.of();
    }

    @Override
    public List<CoPurchase> coPurchases(StoreId store, Collection<ProductId> ids) {
        return isKnown(store) && !ids.isEmpty() ? statistics.get().with(ids) : List.of();
    }

    static boolean isKnown(StoreId store) {
        return MAIN.equals(store);
    }
}
