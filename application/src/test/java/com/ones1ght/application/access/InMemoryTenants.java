package com.ones1ght.application.access;

import com.ones1ght.application.access.port.Tenants;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.domain.access.Tenant;
import java.time.Instant;
import java.util.Optional;

/** Tenants in memory. */
public final class InMemoryTenants implements Tenants {

    private final InMemoryDatabase database;

    public InMemoryTenants(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Tenant> byCode(String code) {
        return database.with(state -> Optional.ofNullable(state.tenants.get(code)));
    }

    @Override
    public boolean addIfAbsent(Tenant tenant, Instant now) {
        return database.with(state -> {
            boolean added = state.tenants.putIfAbsent(tenant.code(), tenant) == null;
            if (added) {
                state.balances.put(tenant.id(), 0L);
            }
            return added;
        });
    }
}
