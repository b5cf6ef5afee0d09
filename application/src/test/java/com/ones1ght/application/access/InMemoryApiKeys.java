package com.ones1ght.application.access;

import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.KeyHash;
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
    public Optional<ApiKey> findCurrent(KeyHash hash) {
        return database.with(state -> Optional.ofNullable(state.keys.get(hash)));
    }

    @Override
    public boolean addIfAbsent(ApiKey key, KeyHash hash, String name) {
        return database.with(state -> state.keys.putIfAbsent(hash, key) == null);
    }
}
