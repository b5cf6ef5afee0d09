package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;

/**
 * The owner of a profile and all its data: a tenant, and the line of API keys that created the profile. Every query of
 * client data is restricted to an owner; the data of others does not exist for it.
 */
public record Owner(TenantId tenant, KeyLine line) {

    public Owner {
        Require.notNull(tenant, "tenant");
        Require.notNull(line, "line");
    }
}
