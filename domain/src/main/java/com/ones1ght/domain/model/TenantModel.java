package com.ones1ght.domain.model;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A language model that a tenant has set up for itself, in place of the installation's. At most one of each type is
 * active at a time.
 *
 * @param id names it
 * @param tenant whose it is
 * @param name for people
 * @param type who it may work for
 * @param backend which backend answers
 * @param url where its server is; null means where the installation's configuration says
 * @param model what the server calls it; null likewise
 * @param secretRef names the credential in the configuration, below the tenant's own branch; the credential itself is
 *     never here. Null means none
 * @param active whether it is in use
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
        Require.notNull(id, "model_id");
        Require.notNull(tenant, "tenant_id");
        Require.notBlank(name, "name");
        Require.notNull(type, "type");
        Require.notNull(backend, "backend");
    }

    /** Whether this model takes the other one out of use: one of each type is active. */
    public boolean displaces(TenantModel other) {
        return active && other.active && type == other.type && !id.equals(other.id);
    }

    /** The same, in use or not. */
    public TenantModel activated(boolean inUse) {
        return new TenantModel(id, tenant, name, type, backend, url, model, secretRef, inUse);
    }
}
