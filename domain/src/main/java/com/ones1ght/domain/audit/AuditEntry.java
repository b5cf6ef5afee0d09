package com.ones1ght.domain.audit;

import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The record of one administrative change of a tenant. It is stored in the transaction of the change and never altered
 * or removed; so it contains no secrets and no data of shoppers.
 *
 * @param subjectId what was changed: a tenant's code, or the id of a key, a model or a delivery
 * @param details the changed values by their names in the API, in this order
 */
public record AuditEntry(
        TenantId tenant,
        Actor actor,
        AuditAction action,
        String subjectId,
        Map<String, String> details,
        Instant createdAt) {

    public AuditEntry {
        Require.notNull(tenant, "tenant");
        Require.notNull(actor, "actor");
        Require.notNull(action, "action");
        Require.notBlank(subjectId, "subjectId");
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        Require.notNull(createdAt, "createdAt");
    }
}
