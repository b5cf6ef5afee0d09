package com.ones1ght.application.audit.port;

import com.ones1ght.application.audit.AuditPage;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.tenant.TenantId;

/** What was done in the administration of the tenants. Entries are added, and never changed or removed. */
public interface AuditLog {

    /** Adds an entry in the caller's transaction, with what it tells of: both are stored, or neither is. */
    void add(AuditEntry entry);

    /** A page of the tenant's entries, by their time; those of the same time in the order in which they were added. */
    AuditPage page(TenantId tenant, PageRequest page);
}
