package com.ones1ght.adapters.store.embedded;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes a value when it is first asked for, once: the start of the server does not wait for bundled
 * data. A computation that fails is tried again by the next caller.
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
