package com.ones1ght.adapters.persistence.analytics;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.analytics.port.AnalyticsQueries;
import com.ones1ght.application.analytics.port.AnalyticsRollUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Provides the reports, and the roll-up that keeps them fast. */
@ApplicationScoped
public class AnalyticsPersistence {

    @Produces
    @ApplicationScoped
    public AnalyticsQueries analyticsQueries(Sql sql) {
        return new SqlAnalyticsQueries(sql);
    }

    @Produces
    @ApplicationScoped
    public AnalyticsRollUp analyticsRollUp(Sql sql, Transactions transactions) {
        return new SqlAnalyticsRollUp(sql, transactions);
    }
}
