package com.ones1ght.application.analytics;

import com.ones1ght.application.analytics.port.AnalyticsReports;
import com.ones1ght.domain.analytics.Analytics;

/** Has a report made. */
public final class GetAnalyticsService implements GetAnalyticsUseCase {

    private final AnalyticsReports reports;

    public GetAnalyticsService(AnalyticsReports reports) {
        this.reports = reports;
    }

    @Override
    public Analytics get(Query query) {
        return reports.of(query.tenant(), query.period());
    }
}
