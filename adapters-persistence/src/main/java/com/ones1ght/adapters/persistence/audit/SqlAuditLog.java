package com.ones1ght.adapters.persistence.audit;

import com.ones1ght.adapters.persistence.shared.RecordJson;
import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.application.audit.AuditPage;
import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.tenant.TenantId;

/** The audit log, in one statement each. */
final class SqlAuditLog implements AuditLog {

    private static final String ADD = """
            INSERT INTO audit_entry (tenant_id, actor_kind, actor_id, action, subject_kind, subject_id, details,
                                     request_id, created_at)
            VALUES (:entry.tenant, :entry.actor.kind, :entry.actor.id, :entry.action, :entry.action.subject,
                    :entry.subjectId, :entry.details, :entry.actor.requestId, :entry.createdAt)""";

    /** {@code %1$s} is the order. */
    private static final String PAGE = """
            WITH counted AS (SELECT count(*) AS total FROM audit_entry WHERE tenant_id = :tenant),
            paged AS (
                SELECT * FROM audit_entry WHERE tenant_id = :tenant
                 ORDER BY created_at %1$s, id %1$s LIMIT :page.limit OFFSET :page.offset)
            SELECT c.total, p.* FROM counted c LEFT JOIN paged p ON true ORDER BY p.created_at %1$s, p.id %1$s""";

    private final Sql sql;

    SqlAuditLog(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(AuditEntry entry) {
        sql.statement(ADD).bind("entry", entry).update();
    }

    @Override
    public AuditPage page(TenantId tenant, PageRequest page) {
        SqlStatement.Slice<AuditEntry> slice = sql.statement(PAGE.formatted(page.order()))
                .bind("tenant", tenant)
                .bind("page", page)
                .slice("action", SqlAuditLog::entry)
                .orElseThrow();
        return new AuditPage(slice.items(), slice.total(), page);
    }

    private static AuditEntry entry(Row row) {
        Actor actor =
                new Actor(row.constant("actor_kind", Actor.Kind.class), row.text("actor_id"), row.text("request_id"));
        return new AuditEntry(
                row.id("tenant_id", TenantId::new),
                actor,
                row.constant("action", AuditAction.class),
                row.text("subject_id"),
                RecordJson.texts(row.text("details")),
                row.instant("created_at"));
    }
}
