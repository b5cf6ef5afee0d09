package com.ones1ght.domain.model;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A language model that a tenant has configured in place of the installation's. At most one of each type is active.
 *
 * @param name for people
 * @param url the server's base URL; null for that of the installation's configuration
 * @param model the model's name at the server; null for that of the installation's configuration
 * @param secretRef the name of the credential in the tenant's part of the configuration, never the credential itself;
 *     null for none
 */
public record TenantModel(
        ModelId id,
        TenantId tenant,
        String name,
        ModelType type,
        ModelBackend backend,
        @Nullable String url,
        @Nullable String model,
        @Nullable String secretRef,
        boolean active) {

    public TenantModel {
        Require.notNull(id, "id");
        Require.notNull(tenant, "tenant");
        Require.notBlank(name, "name");
        Require.notNull(type, "type");
        Require.notNull(backend, "backend");
    }

    /** Whether this model, by being active, deactivates the other one. */
    public boolean displaces(TenantModel other) {
        return active && other.active && type == other.type && !id.equals(other.id);
    }

    public TenantModel activated(boolean inUse) {
        return new TenantModel(id, tenant, name, type, backend, url, model, secretRef, inUse);
    }
}
