package com.ones1ght.application.store.port;

import com.ones1ght.application.shared.port.Bounded;
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

/** A catalogue under test whose calls are not waited for without end. */
record BoundedCatalog(StoreCatalog catalog, Bounded bounded) implements StoreCatalog {

    @Override
    public Map<ProductId, Product> products(StoreId store, Collection<ProductId> ids) {
        return bounded.value("products", () -> catalog.products(store, ids));
    }

    @Override
    public List<Product> search(StoreId store, String query, int limit) {
        return bounded.value("search", () -> catalog.search(store, query, limit));
    }

    @Override
    public List<Signage> signages(StoreId store) {
        return bounded.value("signages", () -> catalog.signages(store));
    }

    @Override
    public Optional<FloorPlan> plan(StoreId store) {
        return bounded.value("plan", () -> catalog.plan(store));
    }

    @Override
    public List<SignageEvent> signageEvents(StoreId store) {
        return bounded.value("signageEvents", () -> catalog.signageEvents(store));
    }

    @Override
    public List<CoPurchase> coPurchases(StoreId store, Collection<ProductId> ids) {
        return bounded.value("coPurchases", () -> catalog.coPurchases(store, ids));
    }
}
