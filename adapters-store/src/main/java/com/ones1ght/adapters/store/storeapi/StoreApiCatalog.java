package com.ones1ght.adapters.store.storeapi;

import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.FloorPlan;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.SignageEvent;
import com.ones1ght.domain.store.StoreId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * The catalogue of the store-API. Products are cached for a short time, and concurrent callers that miss the same ones
 * share one call.
 */
public final class StoreApiCatalog implements StoreCatalog {

    /** The store-API accepts at most this many ids per call. */
    private static final int MAX_IDS = 200;

    private static final int MAX_CACHED_PRODUCTS = 50_000;
    private static final int MAX_LIMIT = 100;

    private final StoreQueries queries;
    private final SharedLookups<Key, Optional<Product>> products;

    public StoreApiCatalog(StoreApiClient client, StoreApiSettings settings) {
        this.queries = new StoreQueries(client);
        this.products = new SharedLookups<>(settings.productsKept(), MAX_CACHED_PRODUCTS);
    }

    @Override
    public Map<ProductId, Product> products(StoreId store, Collection<ProductId> ids) {
        Set<Key> keys = ids.stream().map(id -> new Key(store, id)).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<ProductId, Product> found = new HashMap<>();
        try {
            products.get(keys, missing -> lookUp(store, missing))
                    .forEach((key, product) -> product.ifPresent(known -> found.put(key.id, known)));
        } catch (CompletionException e) {
            throw unavailable(e);
        }
        return found;
    }

    private static StoreUnavailableException unavailable(CompletionException failure) {
        String reason = failure.getCause() instanceof StoreUnavailableException shared
                ? String.valueOf(shared.getMessage())
                : "The catalogue is unavailable";
        // A new exception: several callers receive the same failure.
        return new StoreUnavailableException(reason, failure);
    }

    private Map<Key, Optional<Product>> lookUp(StoreId store, Set<Key> missing) {
        Map<Key, Optional<Product>> answers = new HashMap<>();
        missing.forEach(key -> answers.put(key, Optional.empty()));
        List<Key> asked = List.copyOf(missing);
        for (int from = 0; from < asked.size(); from += MAX_IDS) {
            String ids = asked.subList(from, Math.min(from + MAX_IDS, asked.size())).stream()
                    .map(key -> Long.toString(key.id.value()))
                    .collect(Collectors.joining(","));
            for (Product product : queries.list(
                    store, api -> api.products(store.value(), ids), "products", StoreApiCatalog::product)) {
                // Ignores products that were not requested.
                answers.computeIfPresent(new Key(store, product.id()), (key, none) -> Optional.of(product));
            }
        }
        return answers;
    }

    @Override
    public List<Product> search(StoreId store, String query, int limit) {
        Require.that(limit >= 1 && limit <= MAX_LIMIT, "limit", "be between 1 and " + MAX_LIMIT);
        if (query.isBlank()) {
            return List.of();
        }
        List<Product> hits = queries.list(
                store, api -> api.search(store.value(), query, limit), "products", StoreApiCatalog::product);
        return hits.subList(0, Math.min(limit, hits.size()));
    }

    @Override
    public Optional<FloorPlan> plan(StoreId store) {
        return queries.object(
                store,
                api -> api.plan(store.value()),
                "sections",
                (fields, sections) ->
                        new FloorPlan(fields.text("name"), fields.real("width"), fields.real("height"), sections),
                fields -> new FloorPlan.Section(
                        fields.text("section_code"), fields.localized("name"), fields.locationOrNull("location")));
    }

    @Override
    public List<Signage> signages(StoreId store) {
        return queries
                .list(
                        store,
                        api -> api.signages(store.value()),
                        "signages",
                        fields -> new Signage(
                                fields.integer("signage_no"), fields.text("name"), fields.location("location")))
                .stream()
                .sorted(Comparator.comparingInt(Signage::signageNo))
                .toList();
    }

    @Override
    public List<SignageEvent> signageEvents(StoreId store) {
        return queries
                .list(
                        store,
                        api -> api.signageEvents(store.value()),
                        "signage_events",
                        fields -> new SignageEvent(
                                fields.id("id"),
                                fields.localized("title"),
                                fields.localized("body"),
                                fields.textOrNull("image_url"),
                                fields.flag("enabled"),
                                fields.idsOrNone("product_ids").stream()
                                        .map(ProductId::new)
                                        .toList()))
                .stream()
                .sorted(Comparator.comparingLong(SignageEvent::id))
                .toList();
    }

    @Override
    public List<CoPurchase> coPurchases(StoreId store, Collection<ProductId> ids) {
        Set<ProductId> wanted = new LinkedHashSet<>(ids);
        List<ProductId> asked = List.copyOf(wanted);
        List<CoPurchase> pairs = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += MAX_IDS) {
            String some = asked.subList(from, Math.min(from + MAX_IDS, asked.size())).stream()
                    .map(id -> Long.toString(id.value()))
                    .collect(Collectors.joining(","));
            pairs.addAll(
                    queries.list(store, api -> api.coPurchases(store.value(), some), "pairs", StoreApiCatalog::pair));
        }
        return pairs.stream()
                .filter(pair -> wanted.contains(pair.productId()))
                .sorted(Comparator.comparingDouble(CoPurchase::lift)
                        .thenComparingInt(CoPurchase::coCount)
                        .reversed()
                        .thenComparing(CoPurchase::productId)
                        .thenComparing(CoPurchase::otherId))
                .toList();
    }

    private static CoPurchase pair(Fields fields) {
        return new CoPurchase(
                new ProductId(fields.id("product_id")),
                new ProductId(fields.id("other_id")),
                fields.real("lift"),
                fields.real("confidence"),
                fields.integer("co_count"));
    }

    private static Product product(Fields fields) {
        return new Product(
                new ProductId(fields.id("id")),
                fields.text("name"),
                fields.localizedOrNull("name_i18n"),
                fields.textOrNull("brand"),
                fields.barcodeOrNull("barcode"),
                fields.decimal("price"),
                fields.wordsOrNull("price_unit"),
                fields.textOrNull("src_url"),
                fields.piecesOrNull("quantity"),
                fields.textOrNull("section_code"),
                fields.textOrNull("section_name"),
                null,
                fields.locationOrNull("location"),
                new ProductDietaryData(
                        fields.codesOrNull("allergens", Allergen::ofCode),
                        fields.codesOrNull("may_contain", Allergen::ofCode),
                        fields.codesOrNull("diets", Diet::ofCode)));
    }

    private record Key(StoreId store, ProductId id) {}
}
