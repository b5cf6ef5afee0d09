package com.ones1ght.application.tenant;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;

/** Tells a tenant's admins what is set. */
public interface GetSettingsUseCase {

    TenantSettings get(Query query);

    /** @param tenant whose settings */
    record Query(TenantId tenant) {

        public Query {
            Require.notNull(tenant, "tenant_id");
        }
    }
}
