package com.ones1ght.adapters.rest.analytics;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.InstantQuery;
import com.ones1ght.application.analytics.port.AnalyticsQueries;
import com.ones1ght.domain.analytics.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A tenant's analytics, for its admins. */
@Path("admin/analytics")
@ApplicationScoped
public class AnalyticsResource {

    private static final Duration DEFAULT_PERIOD = Duration.ofDays(30);

    private AnalyticsQueries analytics;
    private InstantSource clock;

    /** For the container's proxy. */
    public AnalyticsResource() {}

    @Inject
    public AnalyticsResource(AnalyticsQueries analytics, InstantSource clock) {
        this.analytics = analytics;
        this.clock = clock;
    }

    /**
     * The analytics of a period; by default of the last thirty days and what has passed of the current hour. That period
     * consists of whole hours, which are counted already; those that are not whole are counted anew.
     */
    @GET
    public Answer get(@Context SecurityContext caller) {
        MultivaluedMap<String, String> query = Caller.query(caller);
        Instant givenTo = InstantQuery.read(query, "to");
        Instant to = givenTo == null ? endOfTheHour() : givenTo;
        Instant givenFrom = InstantQuery.read(query, "from");
        Period period = new Period(givenFrom == null ? to.minus(DEFAULT_PERIOD) : givenFrom, to);
        return Answer.of(
                AnalyticsReply.from(period, analytics.of(Caller.tenant(caller).id(), period)));
    }

    private Instant endOfTheHour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }
}
