package com.ones1ght.application.visit;

import com.ones1ght.application.visit.port.VisitViews;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.InstantSource;

/** Reads the status. */
public final class GetPersonaStatusService implements GetPersonaStatusUseCase {

    private final VisitViews views;
    private final InstantSource clock;

    public GetPersonaStatusService(VisitViews views, InstantSource clock) {
        this.views = views;
        this.clock = clock;
    }

    @Override
    public PersonaStatus get(Query query) {
        return views.status(query.owner(), query.profile(), clock.instant()).orElseThrow(NotFoundException::new);
    }
}
