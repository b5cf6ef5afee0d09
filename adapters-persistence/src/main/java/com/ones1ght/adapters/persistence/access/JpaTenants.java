package com.ones1ght.adapters.persistence.access;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.access.port.Tenants;
import com.ones1ght.domain.access.Tenant;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** The tenants: read by JPA, added by a statement that several nodes may send at once. */
final class JpaTenants implements Tenants {

    private static final String ADD = """
            WITH added AS (
                INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (code) DO NOTHING
                RETURNING id)
            INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added""";

    private final EntityManager entities;
    private final Sql sql;
    private final Transactions transactions;

    JpaTenants(EntityManager entities, Sql sql, Transactions transactions) {
        this.entities = entities;
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public Optional<Tenant> byCode(String code) {
        // In a transaction: outside of one, EclipseLink tries a lost database again for ten seconds.
        return transactions.joining(
                () -> entities.createQuery("SELECT t FROM TenantEntity t WHERE t.code = :code", TenantEntity.class)
                        .setParameter("code", code)
                        .getResultStream()
                        .findFirst()
                        .map(TenantMapper::toDomain));
    }

    @Override
    public boolean addIfAbsent(Tenant tenant, Instant now) {
        return sql.update(
                        ADD,
                        tenant.id().value(),
                        tenant.code(),
                        tenant.name(),
                        tenant.defaultLanguage().code(),
                        tenant.openApiEnabled(),
                        StageFlowCodec.write(tenant.stageFlow()),
                        now)
                == 1;
    }
}
