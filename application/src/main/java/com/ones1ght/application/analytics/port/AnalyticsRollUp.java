package com.ones1ght.application.analytics.port;

import com.ones1ght.domain.tenant.TenantId;
import java.util.List;

/**
 * Adds up what rounds and events have contributed to reports, so that these need not read all of them. No report depends
 * on when this happens, or whether it does.
 */
public interface AnalyticsRollUp {

    /**
     * The tenants with much to add up.
     *
     * @param threshold how many runs or events at least, positive
     */
    List<TenantId> due(int threshold);

    /**
     * Adds up some of what a tenant has gained, in a transaction of its own. Counts everything once, however many nodes
     * try and whatever ends them.
     *
     * @return false when nothing is left, or another node is at it
     */
    boolean rollUp(TenantId tenant);
}
