package com.ones1ght.adapters.persistence.audit;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.audit.port.AuditLogContract;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.PageRequest.Order;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.tenant.TenantId;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAuditLogTest implements AuditLogContract {

    private final StorageFixture storage = new PostgresStorage();

    @Override
    public StorageFixture fixture() {
        return storage;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/* all tenants */ UPDATE audit_entry SET details = '{}'",
                "/* all tenants */ UPDATE audit_entry SET details = details WHERE false",
                "/* all tenants */ DELETE FROM audit_entry",
                "TRUNCATE audit_entry"
            })
    void databaseShouldRejectChangesOfEntries(String change) {
        TenantId tenant = storage.aTenant().id();
        AuditEntry entry = new AuditEntry(
                tenant, Actor.operator("request-1"), AuditAction.TENANT_CREATED, "two", Map.of("name", "Two"), NOW);
        storage.run(() -> storage.auditLog().add(entry));
        Sql sql = TestDatabase.shared().sql();

        assertThatThrownBy(() -> sql.statement(change).update()).hasStackTraceContaining("not changed or removed");

        assertThat(storage.auditLog()
                        .page(tenant, new PageRequest(0, 10, Order.ASC))
                        .items())
                .containsExactly(entry);
    }
}
