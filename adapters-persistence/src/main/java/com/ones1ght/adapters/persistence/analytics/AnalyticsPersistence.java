package com.ones1ght.adapters.persistence.analytics;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.analytics.port.AnalyticsQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Provides the reports. */
@ApplicationScoped
public class AnalyticsPersistence {

    @Produces
    @ApplicationScoped
    public AnalyticsQueries analyticsQueries(Sql sql) {
        return new SqlAnalyticsQueries(sql);
    }
}
