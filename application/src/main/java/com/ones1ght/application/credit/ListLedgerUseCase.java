package com.ones1ght.application.credit;

import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;

/** Tells a tenant's admins where its credits have come from and gone. */
public interface ListLedgerUseCase {

    LedgerPage list(Query query);

    /**
     * @param tenant whose ledger
     * @param page which of the entries
     */
    record Query(TenantId tenant, PageRequest page) {

        public Query {
            Require.notNull(tenant, "tenant_id");
            Require.notNull(page, "page");
        }
    }
}
