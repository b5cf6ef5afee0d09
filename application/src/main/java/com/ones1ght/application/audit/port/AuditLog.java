package com.ones1ght.application.audit.port;

import com.ones1ght.domain.audit.AuditEntry;

/** What was done in the administration of the tenants. Entries are added, and never changed or removed. */
public interface AuditLog extends AuditQueries {

    /** Adds an entry in the caller's transaction, with what it tells of: both are stored, or neither is. */
    void add(AuditEntry entry);
}
