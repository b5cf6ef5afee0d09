package com.ones1ght.adapters.persistence.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.ones1ght.application.access.StoredKey;
import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Caches keys, and the absence of keys, for two seconds or until {@link #forget}: a revoked key is accepted at most that
 * long. Requests with invented keys take memory for at most {@value #MAX_KEYS} entries.
 */
final class CachedApiKeys implements ApiKeys {

    static final Duration TIME_TO_LIVE = Duration.ofSeconds(2);

    private static final int MAX_KEYS = 10_000;

    private final ApiKeys stored;
    private final Cache<Object, Entry> cache;
    private final AtomicLong generation = new AtomicLong();

    CachedApiKeys(ApiKeys stored, Ticker ticker) {
        this.stored = stored;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterWrite(TIME_TO_LIVE)
                .ticker(ticker)
                .build();
    }

    @Override
    public Optional<ApiKey> find(KeyHash hash) {
        return find(hash, () -> stored.findCurrent(hash));
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return find(id, () -> stored.findCurrent(id));
    }

    @Override
    public Optional<ApiKey> findCurrent(KeyHash hash) {
        return findCurrent(hash, () -> stored.findCurrent(hash));
    }

    @Override
    public Optional<ApiKey> findCurrent(ApiKeyId id) {
        return findCurrent(id, () -> stored.findCurrent(id));
    }

    private Optional<ApiKey> find(Object name, Supplier<Optional<ApiKey>> query) {
        // Not loaded by the cache, which would hold a lock while the database hangs.
        Entry known = cache.getIfPresent(name);
        return known != null && known.generation() == generation.get() ? known.key() : findCurrent(name, query);
    }

    private Optional<ApiKey> findCurrent(Object name, Supplier<Optional<ApiKey>> query) {
        // Read before the query: an answer from before a forget() is not used after it.
        long read = generation.get();
        Optional<ApiKey> current = query.get();
        cache.put(name, new Entry(read, current));
        return current;
    }

    @Override
    public boolean addIfAbsent(ApiKey key, KeyHash hash, String name) {
        boolean added = stored.addIfAbsent(key, hash, name);
        cache.invalidate(hash);
        return added;
    }

    @Override
    public List<StoredKey> ofTenant(TenantId tenant) {
        return stored.ofTenant(tenant);
    }

    @Override
    public List<StoredKey> lockOfTenant(TenantId tenant) {
        return stored.lockOfTenant(tenant);
    }

    @Override
    public void saveRevoked(ApiKey key) {
        stored.saveRevoked(key);
    }

    @Override
    public void noteUses(Map<ApiKeyId, Instant> uses) {
        stored.noteUses(uses);
    }

    @Override
    public void forget() {
        generation.incrementAndGet();
        cache.invalidateAll();
    }

    /**
     * @param generation the number of calls of {@link #forget} before the query
     * @param key the result of the query
     */
    private record Entry(long generation, Optional<ApiKey> key) {}
}
