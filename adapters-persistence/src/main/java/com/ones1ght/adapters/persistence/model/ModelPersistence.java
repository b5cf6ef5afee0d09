package com.ones1ght.adapters.persistence.model;

import com.github.benmanes.caffeine.cache.Ticker;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.model.port.ModelQueries;
import com.ones1ght.application.model.port.OpenApiModels;
import com.ones1ght.application.model.port.TenantModels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

/** Provides the models that tenants have configured. */
@ApplicationScoped
public class ModelPersistence {

    /** One repository for administration and for runs, so that both share its cache. */
    @Produces
    @Singleton
    @Typed({TenantModels.class, ModelQueries.class, OpenApiModels.class})
    SqlTenantModels models(Sql sql) {
        return new SqlTenantModels(sql, Ticker.systemTicker());
    }
}
