package com.ones1ght.application.credit.port;

import com.ones1ght.application.credit.LedgerPage;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.tenant.TenantId;

/** The tenants' credits, for reading. */
public interface CreditQueries {

    /** The present balance; 0 for a tenant without an account. */
    long balance(TenantId tenant);

    /** A page of the tenant's ledger, in the order in which the balance changed. */
    LedgerPage page(TenantId tenant, PageRequest page);
}
