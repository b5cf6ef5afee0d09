package com.ones1ght.application.audit;

import com.ones1ght.application.audit.port.AuditLog;

/** Reads a page of the audit log. */
public final class ListAuditService implements ListAuditUseCase {

    private final AuditLog log;

    public ListAuditService(AuditLog log) {
        this.log = log;
    }

    @Override
    public AuditPage list(Query query) {
        return log.page(query.tenant(), query.page());
    }
}
