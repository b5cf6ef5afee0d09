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
 * Caches lookups for a short time; concurrent callers that miss the same keys share one lookup. Caffeine's asynchronous
 * cache would do both, but logs each failed lookup with its stack trace, and a store may be unavailable for hours.
 */
final class SharedLookups<K, V> {

    private final Cache<K, V> cache;
    private final Map<K, CompletableFuture<V>> inFlight = new HashMap<>();

    SharedLookups(Duration timeToLive, int maxSize) {
        // Cache maintenance runs on the calling threads: no pool is needed.
        cache = Caffeine.newBuilder()
                .expireAfterWrite(timeToLive)
                .maximumSize(maxSize)
                .executor(Runnable::run)
                .build();
    }

    /**
     * @param lookUp returns a value for each key; called at most once, and never concurrently for the same keys
     * @throws RuntimeException the exception of {@code lookUp}, or a {@code CompletionException} whose cause is the
     *     exception of another caller's shared lookup
     */
    Map<K, V> get(Set<K> keys, Function<Set<K>, Map<K, V>> lookUp) {
        Map<K, V> found = new HashMap<>();
        Map<K, CompletableFuture<V>> others = new HashMap<>();
        Map<K, CompletableFuture<V>> mine = new LinkedHashMap<>();
        synchronized (inFlight) {
            found.putAll(cache.getAllPresent(keys));
            Set<K> missing = new LinkedHashSet<>(keys);
            missing.removeAll(found.keySet());
            for (K key : missing) {
                CompletableFuture<V> other = inFlight.get(key);
                if (other == null) {
                    CompletableFuture<V> own = new CompletableFuture<>();
                    inFlight.put(key, own);
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
            synchronized (inFlight) {
                cache.putAll(answers);
                inFlight.keySet().removeAll(mine.keySet());
            }
            mine.forEach((key, own) -> own.complete(answers.get(key)));
            return answers;
        } catch (Throwable e) {
            synchronized (inFlight) {
                inFlight.keySet().removeAll(mine.keySet());
            }
            mine.values().forEach(own -> own.completeExceptionally(e));
            throw e;
        }
    }
}
