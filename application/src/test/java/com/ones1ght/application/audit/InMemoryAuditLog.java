package com.ones1ght.application.audit;

import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.PageRequest.Order;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The audit log in memory. */
public final class InMemoryAuditLog implements AuditLog {

    private final InMemoryDatabase database;

    public InMemoryAuditLog(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void add(AuditEntry entry) {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
        database.with(state -> state.audit.add(entry));
    }

    @Override
    public AuditPage page(TenantId tenant, PageRequest page) {
        List<AuditEntry> all = database.with(state -> new ArrayList<>(state.audit.stream()
                .filter(entry -> entry.tenant().equals(tenant))
                .sorted(Comparator.comparing(AuditEntry::createdAt))
                .toList()));
        if (page.order() == Order.DESC) {
            Collections.reverse(all);
        }
        return new AuditPage(
                all.stream().skip(page.offset()).limit(page.limit()).toList(), all.size(), page);
    }
}
