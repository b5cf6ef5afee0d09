package com.ones1ght.adapters.store.embedded;

import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bundled products, by id and by name. */
final class Catalogue {

    private final Map<ProductId, Product> byId = new HashMap<>();
    private final Lazy<ProductSearch> search;

    private Catalogue(List<CatalogueEntry> entries) {
        for (CatalogueEntry entry : entries) {
            byId.put(entry.product().id(), entry.product());
        }
        this.search = new Lazy<>(() -> new ProductSearch(entries));
    }

    static Catalogue bundled() {
        return new Catalogue(bundledEntries());
    }

    static List<CatalogueEntry> bundledEntries() {
        Map<String, Section> sections = Section.bundled();
        return Table.read("products.tsv")
                .rows()
                .map(row -> CatalogueEntry.of(row, sections))
                .toList();
    }

    Map<ProductId, Product> products(Collection<ProductId> ids) {
        Map<ProductId, Product> found = new HashMap<>();
        for (ProductId id : ids) {
            Product product = byId.get(id);
            if (product != null) {
                found.put(id, product);
            }
        }
        return Map.copyOf(found);
    }

    List<Product> search(String query, int limit) {
        return search.get().find(query, limit);
    }
}
