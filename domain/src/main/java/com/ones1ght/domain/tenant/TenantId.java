package com.ones1ght.domain.tenant;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * Names a tenant: one retailer.
 *
 * @param value version 7 for new ones, so that ids sort by the time they were made
 */
public record TenantId(UUID value) {

    public TenantId {
        Require.notNull(value, "tenant_id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
