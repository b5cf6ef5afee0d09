package com.ones1ght.application.event;

import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.domain.shared.NotFoundException;

/** Reads a page of a profile's events. */
public final class ListProfileEventsService implements ListProfileEventsUseCase {

    private final EventLog log;

    public ListProfileEventsService(EventLog log) {
        this.log = log;
    }

    @Override
    public EventPage list(Query query) {
        return log.ofProfile(query.owner(), query.profile(), query.type(), query.page())
                .orElseThrow(NotFoundException::new);
    }
}
