package com.ones1ght.adapters.persistence.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.KeyHash;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers keys, and that there is no such key, for two seconds: so long a key still opens after it was revoked.
 * Requests with made-up keys cost memory for {@value #MAX_KEYS} of them at the most.
 */
final class CachedApiKeys implements ApiKeys {

    static final Duration TIME_TO_LIVE = Duration.ofSeconds(2);

    private static final int MAX_KEYS = 10_000;

    private final ApiKeys stored;
    private final Cache<KeyHash, Optional<ApiKey>> remembered;

    CachedApiKeys(ApiKeys stored, Ticker ticker) {
        this.stored = stored;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterWrite(TIME_TO_LIVE)
                .ticker(ticker)
                .build();
    }

    @Override
    public Optional<ApiKey> find(KeyHash hash) {
        // Not computed inside of the cache: a database that hangs would hold a lock of it.
        Optional<ApiKey> known = remembered.getIfPresent(hash);
        if (known != null) {
            return known;
        }
        return findCurrent(hash);
    }

    @Override
    public Optional<ApiKey> findCurrent(KeyHash hash) {
        Optional<ApiKey> current = stored.findCurrent(hash);
        remembered.put(hash, current);
        return current;
    }

    @Override
    public boolean addIfAbsent(ApiKey key, KeyHash hash, String name) {
        boolean added = stored.addIfAbsent(key, hash, name);
        remembered.invalidate(hash);
        return added;
    }
}
