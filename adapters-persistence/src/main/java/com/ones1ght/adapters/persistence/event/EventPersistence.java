package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.signage.port.RecentPassages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Gives the stored events and deliveries to the use cases. */
@ApplicationScoped
public class EventPersistence {

    /** The events. */
    @Produces
    @ApplicationScoped
    public EventLog eventLog(Sql sql) {
        return new SqlEventLog(sql);
    }

    /** The rounds, as triggers see them. */
    @Produces
    @ApplicationScoped
    public TriggeredRounds triggeredRounds(Sql sql) {
        return new SqlTriggeredRounds(sql);
    }

    /** The passages that signages were told of. */
    @Produces
    @ApplicationScoped
    public RecentPassages recentPassages(Sql sql) {
        return new SqlRecentPassages(sql);
    }

    /** The deliveries to signages. */
    @Produces
    @ApplicationScoped
    public SignageOutbox signageOutbox(Sql sql) {
        return new SqlSignageOutbox(sql);
    }
}
