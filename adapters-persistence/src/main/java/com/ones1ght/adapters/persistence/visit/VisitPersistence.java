package com.ones1ght.adapters.persistence.visit;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.visit.port.ChatSessionViews;
import com.ones1ght.application.visit.port.ChatSessions;
import com.ones1ght.application.visit.port.VisitViews;
import com.ones1ght.application.visit.port.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Gives the stored visits and chat sessions to the use cases. */
@ApplicationScoped
public class VisitPersistence {

    /** The visits, for writing. */
    @Produces
    @ApplicationScoped
    public Visits visits(Sql sql) {
        return new SqlVisits(sql);
    }

    /** The visits, for reading. */
    @Produces
    @ApplicationScoped
    public VisitViews visitViews(Sql sql) {
        return new SqlVisitViews(sql);
    }

    /** The chat sessions, for writing. */
    @Produces
    @ApplicationScoped
    public ChatSessions chatSessions(Sql sql) {
        return new SqlChatSessions(sql);
    }

    /** The chat sessions, for reading. */
    @Produces
    @ApplicationScoped
    public ChatSessionViews chatSessionViews(Sql sql) {
        return new SqlChatSessionViews(sql);
    }
}
