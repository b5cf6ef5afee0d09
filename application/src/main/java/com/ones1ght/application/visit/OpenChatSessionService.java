package com.ones1ght.application.visit;

import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.visit.port.ChatSessionViews;
import com.ones1ght.application.visit.port.ChatSessions;
import com.ones1ght.application.visit.port.Visits;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.Visit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The lock on the visit makes of many calls at once one that opens, and others that find the session. */
public final class OpenChatSessionService implements OpenChatSessionUseCase {

    private final Profiles profiles;
    private final Visits visits;
    private final ChatSessions sessions;
    private final ChatSessionViews views;
    private final ChatSessionKeeper keeper;
    private final UnitOfWork unitOfWork;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final SessionRules rules;

    public OpenChatSessionService(
            Profiles profiles,
            Visits visits,
            ChatSessions sessions,
            ChatSessionViews views,
            ChatSessionKeeper keeper,
            UnitOfWork unitOfWork,
            IdGenerator ids,
            InstantSource clock,
            SessionRules rules) {
        this.profiles = profiles;
        this.visits = visits;
        this.sessions = sessions;
        this.views = views;
        this.keeper = keeper;
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.clock = clock;
        this.rules = rules;
    }

    @Override
    public ChatSessionView open(Command command) {
        return unitOfWork.inTransaction(() -> openInTransaction(command.owner(), command.profile()));
    }

    private ChatSessionView openInTransaction(Owner owner, ProfileId profile) {
        profiles.hold(owner, profile).orElseThrow(NotFoundException::new);
        Visit visit = visits.lockActive(owner, profile).orElseThrow(OpenChatSessionService::notStarted);
        Instant now = clock.instant();
        Optional<ChatSession> active = keeper.lockActive(owner, profile, visit.id(), now);
        if (active.isPresent()) {
            keeper.touch(owner, active.get(), now);
        } else {
            sessions.open(owner, profile, ChatSession.opened(visit.id(), new ChatId(ids.next()), now, rules.idle()));
        }
        return views.active(owner, profile, visit.id(), now).orElseThrow(NotFoundException::new);
    }

    private static DomainException notStarted() {
        return new DomainException(
                ErrorCode.SESSION_NOT_STARTED,
                "This profile has no active session; start one with session/start first");
    }
}
