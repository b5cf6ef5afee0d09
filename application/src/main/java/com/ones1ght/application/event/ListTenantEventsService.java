package com.ones1ght.application.event;

import com.ones1ght.application.event.port.EventLog;

/** Reads a page of a tenant's events. */
public final class ListTenantEventsService implements ListTenantEventsUseCase {

    private final EventLog log;

    public ListTenantEventsService(EventLog log) {
        this.log = log;
    }

    @Override
    public EventPage list(Query query) {
        return log.ofTenant(query.tenant(), query.filter(), query.page());
    }
}
