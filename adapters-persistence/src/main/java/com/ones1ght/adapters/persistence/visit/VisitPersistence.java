package com.ones1ght.adapters.persistence.visit;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.visit.port.ChatSessionViews;
import com.ones1ght.application.visit.port.ChatSessions;
import com.ones1ght.application.visit.port.VisitQueries;
import com.ones1ght.application.visit.port.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Provides the stored visits and chat sessions. */
@ApplicationScoped
public class VisitPersistence {

    @Produces
    @ApplicationScoped
    public Visits visits(Sql sql) {
        return new SqlVisits(sql);
    }

    @Produces
    @ApplicationScoped
    public VisitQueries visitQueries(Sql sql) {
        return new SqlVisitQueries(sql);
    }

    @Produces
    @ApplicationScoped
    public ChatSessions chatSessions(Sql sql) {
        return new SqlChatSessions(sql);
    }

    @Produces
    @ApplicationScoped
    public ChatSessionViews chatSessionViews(Sql sql) {
        return new SqlChatSessionViews(sql);
    }
}
