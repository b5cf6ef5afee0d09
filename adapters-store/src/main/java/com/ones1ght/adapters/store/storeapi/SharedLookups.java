package com.ones1ght.adapters.store.storeapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Caches look-ups for a short time, and lets callers who miss the same keys at the same time share one look-up. Caffeine's
 * asynchronous cache would do both, but logs each failed look-up with its stack trace, and a store may be unavailable for
 * hours.
 */
final class SharedLookups<K, V> {

    private final Cache<K, V> kept;
    private final Map<K, CompletableFuture<V>> underWay = new HashMap<>();

    SharedLookups(Duration keptFor, int atMost) {
        // Maintenance runs on the callers: no pool is needed.
        kept = Caffeine.newBuilder()
                .expireAfterWrite(keptFor)
                .maximumSize(atMost)
                .executor(Runnable::run)
                .build();
    }

    /**
     * @param lookUp answers each key that it is given; called at most once, and by nobody else for the same keys
     *     meanwhile
     * @throws RuntimeException what {@code lookUp} threw, or as the cause of a {@code CompletionException} what another
     *     caller's threw whose look-up was shared
     */
    Map<K, V> get(Set<K> keys, Function<Set<K>, Map<K, V>> lookUp) {
        Map<K, V> found = new HashMap<>();
        Map<K, CompletableFuture<V>> others = new HashMap<>();
        Map<K, CompletableFuture<V>> mine = new LinkedHashMap<>();
        synchronized (underWay) {
            found.putAll(kept.getAllPresent(keys));
            Set<K> missing = new LinkedHashSet<>(keys);
            missing.removeAll(found.keySet());
            for (K key : missing) {
                CompletableFuture<V> other = underWay.get(key);
                if (other == null) {
                    CompletableFuture<V> own = new CompletableFuture<>();
                    underWay.put(key, own);
                    mine.put(key, own);
                } else {
                    others.put(key, other);
                }
            }
        }
        if (!mine.isEmpty()) {
            found.putAll(answer(mine, lookUp));
        }
        others.forEach((key, other) -> found.put(key, other.join()));
        return found;
    }

    private Map<K, V> answer(Map<K, CompletableFuture<V>> mine, Function<Set<K>, Map<K, V>> lookUp) {
        try {
            Map<K, V> answers = lookUp.apply(mine.keySet());
            synchronized (underWay) {
                kept.putAll(answers);
                underWay.keySet().removeAll(mine.keySet());
            }
            mine.forEach((key, own) -> own.complete(answers.get(key)));
            return answers;
        } catch (Throwable e) {
            synchronized (underWay) {
                underWay.keySet().removeAll(mine.keySet());
            }
            mine.values().forEach(own -> own.completeExceptionally(e));
            throw e;
        }
    }
}
