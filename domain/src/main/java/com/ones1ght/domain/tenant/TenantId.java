package com.ones1ght.domain.tenant;

import com.ones1ght.domain.shared.Require;
import java.util.UUID;

/**
 * The id of a tenant.
 *
 * @param value a UUID; version 7 for new ones, so that ids sort by creation time
 */
public record TenantId(UUID value) {

    public TenantId {
        Require.notNull(value, "tenant id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
