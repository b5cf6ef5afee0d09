package com.ones1ght.application.tenant.port;

import com.ones1ght.application.tenant.TenantAccount;
import com.ones1ght.application.tenant.TenantSettings;
import com.ones1ght.domain.tenant.TenantId;
import java.util.List;

/** The tenants and their settings, for reading. */
public interface TenantQueries {

    /** All tenants with their balances, by their codes. */
    List<TenantAccount> accounts();

    /** What the admins of a tenant that exists have set. */
    TenantSettings settings(TenantId tenant);
}
