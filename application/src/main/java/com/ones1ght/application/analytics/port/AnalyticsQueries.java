package com.ones1ght.application.analytics.port;

import com.ones1ght.domain.analytics.Analytics;
import com.ones1ght.domain.analytics.Period;
import com.ones1ght.domain.tenant.TenantId;

/** Figures about a tenant's rounds and events. */
public interface AnalyticsQueries {

    /** Rounds count by their creation, runs by their acceptance, events by when they were written. */
    Analytics of(TenantId tenant, Period period);
}
