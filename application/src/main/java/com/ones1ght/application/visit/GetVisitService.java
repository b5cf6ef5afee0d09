package com.ones1ght.application.visit;

import com.ones1ght.application.visit.port.VisitViews;
import com.ones1ght.domain.shared.NotFoundException;

/** Reads the visit under way. */
public final class GetVisitService implements GetVisitUseCase {

    private final VisitViews views;

    public GetVisitService(VisitViews views) {
        this.views = views;
    }

    @Override
    public VisitView get(Query query) {
        return views.active(query.owner(), query.profile()).orElseThrow(NotFoundException::new);
    }
}
