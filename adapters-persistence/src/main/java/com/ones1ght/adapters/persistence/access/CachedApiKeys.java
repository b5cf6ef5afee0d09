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

/**
 * Remembers keys, and that there is no such key, for two seconds, or until it is told to forget: so long at the most a
 * key still opens after it was revoked. Requests with made-up keys cost memory for {@value #MAX_KEYS} of them at the
 * most.
 */
final class CachedApiKeys implements ApiKeys {

    static final Duration TIME_TO_LIVE = Duration.ofSeconds(2);

    private static final int MAX_KEYS = 10_000;

    private final ApiKeys stored;
    private final Cache<KeyHash, Answer> remembered;
    private final AtomicLong forgotten = new AtomicLong();

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
        Answer known = remembered.getIfPresent(hash);
        return known != null && known.age == forgotten.get() ? known.key : findCurrent(hash);
    }

    @Override
    public Optional<ApiKey> findCurrent(KeyHash hash) {
        // Taken before the look-up: what was asked before a change and answered after it is not remembered.
        long age = forgotten.get();
        Optional<ApiKey> current = stored.findCurrent(hash);
        remembered.put(hash, new Answer(age, current));
        return current;
    }

    @Override
    public boolean addIfAbsent(ApiKey key, KeyHash hash, String name) {
        boolean added = stored.addIfAbsent(key, hash, name);
        remembered.invalidate(hash);
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
        forgotten.incrementAndGet();
        remembered.invalidateAll();
    }

    /** What the database has said of a key, and how often everything was forgotten before it was asked. */
    private static final class Answer {
        private final long age;
        private final Optional<ApiKey> key;

        Answer(long age, Optional<ApiKey> key) {
            this.age = age;
            this.key = key;
        }
    }
}
