package com.ones1ght.application.audit;

import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;

/** Tells a tenant's admins who did what when. */
public interface ListAuditUseCase {

    AuditPage list(Query query);

    /**
     * @param tenant whose administration
     * @param page which of the entries
     */
    record Query(TenantId tenant, PageRequest page) {

        public Query {
            Require.notNull(tenant, "tenant_id");
            Require.notNull(page, "page");
        }
    }
}
