package com.ones1ght.application.event;

import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;

/** Lists what happened to the recommendations of all shoppers of a tenant. */
public interface ListTenantEventsUseCase {

    /** @return an empty page when nothing fits the filter */
    EventPage list(Query query);

    /**
     * @param tenant whose events
     * @param filter which of them are wanted
     * @param page which part of those
     */
    record Query(TenantId tenant, EventFilter filter, PageRequest page) {

        public Query {
            Require.notNull(tenant, "tenant_id");
            Require.notNull(filter, "filter");
            Require.notNull(page, "page");
        }
    }
}
