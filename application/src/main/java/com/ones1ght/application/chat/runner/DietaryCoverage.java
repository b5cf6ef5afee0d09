package com.ones1ght.application.chat.runner;

import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.recommendation.WithheldItem;
import com.ones1ght.domain.store.Product;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what the guard withholds, and how many of the merged products come without allergen data, which it cannot judge.
 * Thread-safe.
 */
public final class DietaryCoverage {

    private final LongAdder products = new LongAdder();
    private final LongAdder withoutData = new LongAdder();
    private final Map<Restriction, LongAdder> withheld = new ConcurrentHashMap<>();

    void count(Collection<Product> merged) {
        products.add(merged.size());
        withoutData.add(merged.stream()
                .filter(product -> product.dietary().allergens() == null)
                .count());
    }

    void countWithheld(Collection<WithheldItem> items) {
        items.stream().flatMap(item -> item.because().stream()).forEach(reason -> withheld.computeIfAbsent(
                        reason, first -> new LongAdder())
                .increment());
    }

    /** How many items this node has withheld because of a restriction; an item with two reasons counts for both. */
    public long withheldFor(Restriction reason) {
        LongAdder known = withheld.get(reason);
        return known == null ? 0 : known.sum();
    }

    /** The number of products merged on this node so far. */
    public long products() {
        return products.sum();
    }

    /** The number of those of which the store does not say what they contain. */
    public long withoutAllergenData() {
        return withoutData.sum();
    }
}
