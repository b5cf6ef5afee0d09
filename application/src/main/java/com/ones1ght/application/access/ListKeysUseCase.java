package com.ones1ght.application.access;

import com.ones1ght.domain.access.KeyStatus;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;
import java.util.List;

/** Tells a tenant's admins which keys it has. */
public interface ListKeysUseCase {

    /** All of them, revoked and expired ones included, in the order in which they were made. */
    List<Listed> list(Query query);

    /** @param tenant whose keys */
    record Query(TenantId tenant) {

        public Query {
            Require.notNull(tenant, "tenant_id");
        }
    }

    /**
     * @param stored what is kept of the key
     * @param status whether it opens anything now
     */
    record Listed(StoredKey stored, KeyStatus status) {}
}
