package com.ones1ght.application.access;

import com.ones1ght.application.access.port.ApiKeys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Reads a tenant's keys. */
public final class ListKeysService implements ListKeysUseCase {

    private final ApiKeys keys;
    private final InstantSource clock;

    public ListKeysService(ApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public List<Listed> list(Query query) {
        Instant now = clock.instant();
        return keys.ofTenant(query.tenant()).stream()
                .map(stored -> new Listed(stored, stored.key().status(now)))
                .toList();
    }
}
