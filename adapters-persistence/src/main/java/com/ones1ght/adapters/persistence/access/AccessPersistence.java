package com.ones1ght.adapters.persistence.access;

import com.github.benmanes.caffeine.cache.Ticker;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.access.port.KeySecrets;
import com.ones1ght.application.access.port.SharedDemoKeys;
import com.ones1ght.application.access.port.TokenProfiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Provides the stored API keys. */
@ApplicationScoped
public class AccessPersistence {

    @Produces
    @ApplicationScoped
    public ApiKeys apiKeys(Sql sql) {
        return new CachedApiKeys(new SqlApiKeys(sql), Ticker.systemTicker());
    }

    @Produces
    @ApplicationScoped
    public TokenProfiles tokenProfiles(Sql sql) {
        return new CachedTokenProfiles(sql, Ticker.systemTicker());
    }

    @Produces
    @ApplicationScoped
    public KeySecrets keySecrets() {
        return new RandomKeySecrets();
    }

    @Produces
    @ApplicationScoped
    public SharedDemoKeys sharedDemoKeys(Sql sql) {
        return new SqlSharedDemoKeys(sql);
    }
}
