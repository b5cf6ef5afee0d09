package com.ones1ght.adapters.persistence.access;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.audit.AuditPage;
import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The audit log, in one statement each. */
final class SqlAuditLog implements AuditLog {

    private static final String ADD = """
            INSERT INTO audit_entry (tenant_id, actor_kind, actor_id, action, subject_kind, subject_id, details,
                                     request_id, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** {@code %1$s} is the order. The total comes alone when the page is empty. */
    private static final String PAGE = """
            WITH counted AS (SELECT count(*) AS total FROM audit_entry WHERE tenant_id = ?),
            paged AS (
                SELECT * FROM audit_entry WHERE tenant_id = ? ORDER BY created_at %1$s, id %1$s LIMIT ? OFFSET ?)
            SELECT c.total, p.* FROM counted c LEFT JOIN paged p ON true ORDER BY p.created_at %1$s, p.id %1$s""";

    private static final String PAGE_ASCENDING = PAGE.formatted("ASC");
    private static final String PAGE_DESCENDING = PAGE.formatted("DESC");

    private final Sql sql;

    SqlAuditLog(Sql sql) {
        this.sql = sql;
    }

    private record PageRow(long total, @Nullable AuditEntry entry) {}

    @Override
    public void add(AuditEntry entry) {
        sql.update(
                ADD,
                entry.tenant().value(),
                entry.actor().kind().name(),
                entry.actor().id(),
                entry.action().name(),
                entry.action().subject().name(),
                entry.subjectId(),
                AuditDetailsCodec.write(entry.details()),
                entry.actor().requestId(),
                entry.createdAt());
    }

    @Override
    public AuditPage page(TenantId tenant, PageRequest page) {
        List<PageRow> rows = sql.all(
                page.order() == PageRequest.Order.ASC ? PAGE_ASCENDING : PAGE_DESCENDING,
                SqlAuditLog::read,
                tenant.value(),
                tenant.value(),
                page.limit(),
                page.offset());
        List<AuditEntry> items =
                rows.stream().map(PageRow::entry).filter(Objects::nonNull).toList();
        return new AuditPage(items, rows.get(0).total(), page);
    }

    private static PageRow read(ResultSet row) throws SQLException {
        long total = row.getLong("total");
        String action = row.getString("action");
        if (action == null) {
            return new PageRow(total, null);
        }
        Actor actor = new Actor(
                Actor.Kind.valueOf(row.getString("actor_kind")),
                row.getString("actor_id"),
                row.getString("request_id"));
        return new PageRow(
                total,
                new AuditEntry(
                        new TenantId(Sql.uuid(row, "tenant_id")),
                        actor,
                        AuditAction.valueOf(action),
                        row.getString("subject_id"),
                        AuditDetailsCodec.read(row.getString("details")),
                        Sql.instant(row, "created_at")));
    }
}
