package com.ones1ght.application.model;

import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;
import java.util.List;

/** Tells a tenant's admins which models it has set up. */
public interface ListModelsUseCase {

    /** All of them, in the order in which they were set up. */
    List<TenantModel> list(Query query);

    /** @param tenant whose models */
    record Query(TenantId tenant) {

        public Query {
            Require.notNull(tenant, "tenant_id");
        }
    }
}
