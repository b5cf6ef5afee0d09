package com.ones1ght.adapters.persistence.tenant;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.tenant.port.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;

/** Provides the stored tenants. */
@ApplicationScoped
public class TenantPersistence {

    @Produces
    @ApplicationScoped
    public Tenants tenants(EntityManager entities, Sql sql, Transactions transactions) {
        return new JpaTenants(entities, sql, transactions);
    }
}
