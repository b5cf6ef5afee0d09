package com.ones1ght.application.visit;

import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.visit.port.VisitQueries;
import com.ones1ght.application.visit.port.Visits;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.Visit;
import java.time.Instant;
import java.time.InstantSource;

/** Ends visit and chat session in one transaction, and reads the stamps in it. */
public final class EndVisitService implements EndVisitUseCase {

    private final Profiles profiles;
    private final Visits visits;
    private final VisitQueries views;
    private final ChatSessionKeeper chatSessions;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;

    public EndVisitService(
            Profiles profiles,
            Visits visits,
            VisitQueries views,
            ChatSessionKeeper chatSessions,
            UnitOfWork unitOfWork,
            InstantSource clock) {
        this.profiles = profiles;
        this.visits = visits;
        this.views = views;
        this.chatSessions = chatSessions;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public VisitView end(Command command) {
        return unitOfWork.inTransaction(() -> {
            Owner owner = command.owner();
            profiles.hold(owner, command.profile()).orElseThrow(NotFoundException::new);
            Visit active = visits.lockActive(owner, command.profile()).orElseThrow(ActiveVisit::missing);
            Instant now = clock.instant();
            chatSessions.end(owner, active, ChatSession.Reason.VISIT, now);
            visits.end(owner, active.ended(now));
            return views.visit(owner, command.profile(), active.id()).orElseThrow(NotFoundException::new);
        });
    }
}
