package com.ones1ght.adapters.llm.grocery;

import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The products of a shopping list, and their co-purchases.
 *
 * @param meal what is cooked
 * @param dish its name
 * @param removed families of what is in its recipe and was not to be in it: none of them is offered beside it
 * @param products those of the list, in its order
 * @param pieces how many of each
 * @param companions products outside the list by id, the strongest pair first
 * @param pairs the strongest pair of each companion
 */
record Basket(
        Meal meal,
        LocalizedText dish,
        Set<String> removed,
        List<Product> products,
        Map<ProductId, Integer> pieces,
        Map<ProductId, Product> companions,
        Map<ProductId, CoPurchase> pairs) {

    /** Fewer baskets with both products are no evidence. */
    private static final int MIN_BASKETS = 2;

    /** Rare products reach any lift by chance. */
    private static final double MAX_LIFT = 10;

    private static final int MAX_COMPANIONS = 80;

    static Basket of(
            Meal meal,
            LocalizedText dish,
            Set<String> removed,
            ShoppingList list,
            StoreCatalog catalog,
            StoreId store) {
        Set<ProductId> ids = new LinkedHashSet<>();
        list.items().stream()
                .map(ShoppingLine::productId)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        Map<ProductId, CoPurchase> pairs = strongestPairs(catalog.coPurchases(store, ids), ids);
        Set<ProductId> wanted = new LinkedHashSet<>(ids);
        wanted.addAll(pairs.keySet());
        Map<ProductId, Product> known = catalog.products(store, wanted);
        Map<ProductId, Product> companions = new LinkedHashMap<>();
        pairs.keySet().stream().filter(known::containsKey).forEach(id -> companions.put(id, known.get(id)));
        List<Product> products =
                ids.stream().map(known::get).filter(Objects::nonNull).toList();
        return new Basket(meal, dish, removed, products, pieces(list), companions, pairs);
    }

    /**
     * The companions by their affinity to the whole list: what goes with many of its items comes before what goes with a
     * single one.
     */
    private static Map<ProductId, CoPurchase> strongestPairs(List<CoPurchase> all, Set<ProductId> listed) {
        Map<ProductId, CoPurchase> strongest = new LinkedHashMap<>();
        Map<ProductId, Double> affinity = new HashMap<>();
        for (CoPurchase pair : all) {
            if (!listed.contains(pair.otherId()) && pair.coCount() >= MIN_BASKETS && pair.lift() > 1) {
                strongest.putIfAbsent(pair.otherId(), pair);
                affinity.merge(pair.otherId(), pair.confidence() * Math.min(pair.lift(), MAX_LIFT), Double::sum);
            }
        }
        Map<ProductId, CoPurchase> ordered = new LinkedHashMap<>();
        affinity.entrySet().stream()
                .sorted(Map.Entry.<ProductId, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_COMPANIONS)
                .map(Map.Entry::getKey)
                .forEach(id -> ordered.put(id, strongest.get(id)));
        return ordered;
    }

    private static Map<ProductId, Integer> pieces(ShoppingList list) {
        Map<ProductId, Integer> pieces = new HashMap<>();
        for (ShoppingLine line : list.items()) {
            ProductId id = line.productId();
            if (id != null) {
                pieces.merge(id, line.quantity(), Integer::sum);
            }
        }
        return pieces;
    }

    /** The price of all pieces of a product of the list. */
    BigDecimal value(Product product) {
        return product.price().multiply(BigDecimal.valueOf(pieces.getOrDefault(product.id(), 1)));
    }

    boolean holds(ProductId id) {
        return products.stream().anyMatch(product -> product.id().equals(id));
    }

    Product get(ProductId id) {
        return products.stream()
                .filter(product -> product.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
