package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;

/**
 * Who owns a profile and all that hangs on it: a tenant, and the line of API keys that made it. Every query
 * of client data carries it; what belongs to another owner does not exist for this one.
 *
 * @param tenant the retailer
 * @param line the keys
 */
public record Owner(TenantId tenant, KeyLine line) {

    public Owner {
        Require.notNull(tenant, "tenant_id");
        Require.notNull(line, "key_line");
    }
}
