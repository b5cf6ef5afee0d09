package com.ones1ght.adapters.persistence.access;

import com.github.benmanes.caffeine.cache.Ticker;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.access.port.SharedDemoKeys;
import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.idempotency.port.Answers;
import com.ones1ght.application.model.port.OpenApiModels;
import com.ones1ght.application.model.port.TenantModels;
import com.ones1ght.application.tenant.port.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** Gives the stored tenants, keys and credits to the use cases. */
@ApplicationScoped
public class AccessPersistence {

    /** The keys, remembered for a short time. */
    @Produces
    @ApplicationScoped
    public ApiKeys apiKeys(Sql sql) {
        return new CachedApiKeys(new SqlApiKeys(sql), Ticker.systemTicker());
    }

    /** The keys of the demonstration on all nodes. */
    @Produces
    @ApplicationScoped
    public SharedDemoKeys sharedDemoKeys(Sql sql) {
        return new SqlSharedDemoKeys(sql);
    }

    /** The retailers. */
    @Produces
    @ApplicationScoped
    public Tenants tenants(EntityManager entities, Sql sql, Transactions transactions) {
        return new JpaTenants(entities, sql, transactions);
    }

    /** What was done in the administration. */
    @Produces
    @ApplicationScoped
    public AuditLog auditLog(Sql sql) {
        return new SqlAuditLog(sql);
    }

    /** The models that tenants have set up, for whoever administers them and for their runs. */
    @Produces
    @Singleton
    @Typed({TenantModels.class, OpenApiModels.class})
    SqlTenantModels models(Sql sql) {
        return new SqlTenantModels(sql, Ticker.systemTicker());
    }

    /** Answers that are given again. */
    @Produces
    @ApplicationScoped
    public Answers answers(Sql sql) {
        return new SqlAnswers(sql);
    }

    /** The credits. */
    @Produces
    @ApplicationScoped
    public CreditLedger creditLedger(Sql sql, Transactions transactions) {
        return new SqlCreditLedger(sql, transactions);
    }
}
