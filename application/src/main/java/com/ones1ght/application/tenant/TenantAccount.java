package com.ones1ght.application.tenant;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Instant;

/**
 * A tenant as its operator sees it.
 *
 * @param tenant as it is
 * @param credits its present balance
 * @param createdAt when it was made
 */
public record TenantAccount(Tenant tenant, long credits, Instant createdAt) {

    public TenantAccount {
        Require.notNull(tenant, "tenant");
        Require.notNull(createdAt, "created_at");
    }
}
