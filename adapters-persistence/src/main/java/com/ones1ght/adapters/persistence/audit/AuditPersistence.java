package com.ones1ght.adapters.persistence.audit;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.audit.port.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Provides the stored audit log. */
@ApplicationScoped
public class AuditPersistence {

    @Produces
    @ApplicationScoped
    public AuditLog auditLog(Sql sql) {
        return new SqlAuditLog(sql);
    }
}
