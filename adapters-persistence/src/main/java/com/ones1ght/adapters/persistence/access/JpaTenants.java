package com.ones1ght.adapters.persistence.access;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.access.port.Tenants;
import com.ones1ght.domain.access.Tenant;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** The tenants, by JPA. */
final class JpaTenants implements Tenants {

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
    public void add(Tenant tenant, Instant now) {
        transactions.joining(() -> {
            entities.persist(TenantMapper.toEntity(tenant, now));
            // The account refers to the row, and is not of JPA.
            entities.flush();
            return sql.update(
                    "INSERT INTO tenant_credit (tenant_id, balance) VALUES (?, 0)",
                    tenant.id().value());
        });
    }
}
