package com.ones1ght.application.credit;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;

/** Tells a tenant's admins how many credits are left. */
public interface GetCreditsUseCase {

    /** The present balance. */
    long balance(Query query);

    /** @param tenant whose balance */
    record Query(TenantId tenant) {

        public Query {
            Require.notNull(tenant, "tenant_id");
        }
    }
}
