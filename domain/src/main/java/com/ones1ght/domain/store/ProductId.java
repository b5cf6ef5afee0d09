package com.ones1ght.domain.store;

/**
 * A product's number in the catalogue of a store.
 */
public record ProductId(long value) implements Comparable<ProductId> {

    @Override
    public int compareTo(ProductId other) {
        return Long.compare(value, other.value);
    }
}
