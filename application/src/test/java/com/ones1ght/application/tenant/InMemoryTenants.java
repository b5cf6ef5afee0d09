package com.ones1ght.application.tenant;

import com.ones1ght.application.access.InMemoryApiKeys;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
                state.tenantsSince.put(tenant.id(), now);
            }
            return added;
        });
    }

    @Override
    public Optional<Tenant> lock(String code) {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
        return byCode(code);
    }

    @Override
    public void save(Tenant tenant) {
        database.with(state -> {
            state.keys.replaceAll((hash, stored) ->
                    stored.key().tenant().id().equals(tenant.id()) ? InMemoryApiKeys.of(tenant, stored) : stored);
            return state.tenants.replace(tenant.code(), tenant);
        });
    }

    @Override
    public TenantAccount account(TenantId tenant) {
        return accounts().stream()
                .filter(account -> account.tenant().id().equals(tenant))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<TenantAccount> accounts() {
        return database.with(state -> state.tenants.values().stream()
                .sorted(Comparator.comparing(Tenant::code))
                .map(tenant -> account(state, tenant))
                .toList());
    }

    @Override
    public TenantSettings settings(TenantId tenant) {
        Tenant stored = account(tenant).tenant();
        return database.with(state ->
                new TenantSettings(stored.defaultLanguage(), stored.stageFlow(), state.signageTimeouts.get(tenant)));
    }

    @Override
    public TenantSettings lockSettings(TenantId tenant) {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
        return settings(tenant);
    }

    @Override
    public void saveSettings(TenantId tenant, TenantSettings settings) {
        Tenant stored = account(tenant).tenant();
        database.with(state -> {
            state.signageTimeouts.remove(tenant);
            if (settings.signageTimeoutSeconds() != null) {
                state.signageTimeouts.put(tenant, settings.signageTimeoutSeconds());
            }
            return state;
        });
        save(new Tenant(
                stored.id(),
                stored.code(),
                stored.name(),
                settings.defaultLanguage(),
                stored.openApiEnabled(),
                settings.stageFlow()));
    }

    private static TenantAccount account(InMemoryState state, Tenant tenant) {
        return new TenantAccount(tenant, state.balances.get(tenant.id()), state.tenantsSince.get(tenant.id()));
    }
}
