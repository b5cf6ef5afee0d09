package com.ones1ght.application.chat.runner;

import com.ones1ght.domain.store.Product;
import java.util.Collection;
import java.util.concurrent.atomic.LongAdder;

/** Counts how many of the merged products come without allergen data, which the guard cannot judge. Thread-safe. */
public final class DietaryCoverage {

    private final LongAdder products = new LongAdder();
    private final LongAdder withoutData = new LongAdder();

    void count(Collection<Product> merged) {
        products.add(merged.size());
        withoutData.add(merged.stream()
                .filter(product -> product.dietary().allergens() == null)
                .count());
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
