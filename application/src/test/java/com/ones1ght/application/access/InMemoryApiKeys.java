package com.ones1ght.application.access;

import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** API keys in memory. */
public final class InMemoryApiKeys implements ApiKeys {

    private final InMemoryDatabase database;

    public InMemoryApiKeys(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<ApiKey> find(KeyHash hash) {
        return findCurrent(hash);
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return findCurrent(id);
    }

    @Override
    public Optional<ApiKey> findCurrent(ApiKeyId id) {
        return database.with(state -> state.keys.values().stream()
                .map(StoredKey::key)
                .filter(key -> key.id().equals(id))
                .findFirst());
    }

    @Override
    public Optional<ApiKey> findCurrent(KeyHash hash) {
        return database.with(state -> Optional.ofNullable(state.keys.get(hash)).map(StoredKey::key));
    }

    @Override
    public boolean addIfAbsent(ApiKey key, KeyHash hash, String name) {
        return database.with(state -> state.keys.putIfAbsent(hash, new StoredKey(key, name, null)) == null);
    }

    @Override
    public List<StoredKey> ofTenant(TenantId tenant) {
        return database.with(state -> state.keys.values().stream()
                .filter(stored -> stored.key().tenant().id().equals(tenant))
                .sorted(Comparator.comparing((StoredKey stored) -> stored.key().createdAt())
                        .thenComparing(stored -> stored.key().id().toString()))
                .toList());
    }

    @Override
    public List<StoredKey> lockOfTenant(TenantId tenant) {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
        return ofTenant(tenant);
    }

    @Override
    public void saveRevoked(ApiKey key) {
        database.with(state -> {
            state.keys.replaceAll((hash, stored) -> stored.key().id().equals(key.id())
                    ? new StoredKey(key, stored.name(), stored.lastUsedAt())
                    : stored);
            return key;
        });
    }

    @Override
    public void noteUses(Map<ApiKeyId, Instant> uses) {
        database.with(state -> {
            state.keys.replaceAll((hash, stored) -> {
                Instant used = uses.get(stored.key().id());
                Instant before = stored.lastUsedAt();
                return used == null || before != null && before.isAfter(used)
                        ? stored
                        : new StoredKey(stored.key(), stored.name(), used);
            });
            return uses;
        });
    }

    @Override
    public void forget() {
        // Remembers nothing.
    }

    /** The key once its tenant has changed. */
    public static StoredKey of(Tenant tenant, StoredKey stored) {
        ApiKey key = stored.key();
        return new StoredKey(
                new ApiKey(
                        key.id(),
                        tenant,
                        key.line(),
                        key.type(),
                        key.prefix(),
                        key.scopes(),
                        key.createdAt(),
                        key.expiresAt(),
                        key.revokedAt()),
                stored.name(),
                stored.lastUsedAt());
    }
}
