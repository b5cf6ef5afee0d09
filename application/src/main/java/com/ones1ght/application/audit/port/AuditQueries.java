package com.ones1ght.application.audit.port;

import com.ones1ght.application.audit.AuditPage;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.tenant.TenantId;

/** The audit log, for reading. */
public interface AuditQueries {

    /** A page of the tenant's entries, by their time; those of the same time in the order in which they were added. */
    AuditPage page(TenantId tenant, PageRequest page);
}
