package com.ones1ght.application.visit;

import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.visit.port.Visits;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.StageFlow;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.Visit;
import java.time.Instant;
import java.time.InstantSource;

/** Locks the visit, asks the aggregate, adds the stamp; a stamp is also a sign of life of the chat session. */
public final class StampVisitService implements StampVisitUseCase {

    private final Profiles profiles;
    private final Visits visits;
    private final ChatSessionKeeper chatSessions;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;

    public StampVisitService(
            Profiles profiles,
            Visits visits,
            ChatSessionKeeper chatSessions,
            UnitOfWork unitOfWork,
            InstantSource clock) {
        this.profiles = profiles;
        this.visits = visits;
        this.chatSessions = chatSessions;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public Visit stamp(Command command) {
        return unitOfWork.inTransaction(() -> stampInTransaction(command));
    }

    private Visit stampInTransaction(Command command) {
        Owner owner = command.key().owner();
        profiles.hold(owner, command.profile()).orElseThrow(NotFoundException::new);
        Visit before = visits.lockActive(owner, command.profile()).orElseThrow(ActiveVisit::missing);
        StageFlow flow = command.key().tenant().stageFlow();
        Instant now = clock.instant();
        Visit stamped = before.stamped(command.stage(), command.meta(), flow, now);
        visits.addStamp(owner, stamped);
        if (before.leavesChatFor(stamped, flow)) {
            chatSessions.end(owner, stamped, ChatSession.Reason.STAGE, now);
        } else {
            chatSessions.touch(owner, stamped, now);
        }
        return stamped;
    }
}
