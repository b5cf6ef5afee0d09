package com.ones1ght.application.analytics;

import com.ones1ght.domain.analytics.Analytics;
import com.ones1ght.domain.analytics.Period;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;

/** Tells a tenant's admins what happened. */
public interface GetAnalyticsUseCase {

    Analytics get(Query query);

    /**
     * @param tenant whose rounds and events
     * @param period when
     */
    record Query(TenantId tenant, Period period) {

        public Query {
            Require.notNull(tenant, "tenant_id");
            Require.notNull(period, "period");
        }
    }
}
