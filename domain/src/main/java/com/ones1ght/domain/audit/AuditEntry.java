package com.ones1ght.domain.audit;

import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who did what when in the administration of a tenant. It is written with what it tells of, and never changed
 * afterwards; so it holds nothing that may have to be forgotten, no secret and nothing about shoppers.
 *
 * @param tenant whose administration
 * @param actor who did it
 * @param action what
 * @param subjectId to which of the action's subjects: a tenant's code, or the id of a key, a model or a delivery
 * @param details in which way: names of the API and their values, in this order
 * @param createdAt when
 */
public record AuditEntry(
        TenantId tenant,
        Actor actor,
        AuditAction action,
        String subjectId,
        Map<String, String> details,
        Instant createdAt) {

    public AuditEntry {
        Require.notNull(tenant, "tenant_id");
        Require.notNull(actor, "actor");
        Require.notNull(action, "action");
        Require.notBlank(subjectId, "subject_id");
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        Require.notNull(createdAt, "created_at");
    }
}
