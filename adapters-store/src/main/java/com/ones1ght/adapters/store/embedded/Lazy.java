package com.ones1ght.adapters.store.embedded;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes a value once, on first use, so that bundled data do not delay the start of the server. If the computation
 * fails, the next caller repeats it.
 */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> computation;
    private volatile @Nullable T value;

    Lazy(Supplier<T> computation) {
        this.computation = computation;
    }

    @Override
    public T get() {
        T known = value;
        return known == null ? compute() : known;
    }

    private synchronized T compute() {
        T known = value;
        if (known == null) {
            known = computation.get();
            value = known;
        }
        return known;
    }
}
