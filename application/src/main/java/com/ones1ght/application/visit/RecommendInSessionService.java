package com.ones1ght.application.visit;

import com.ones1ght.application.chat.ChatChanges;
import com.ones1ght.application.chat.Requester;
import com.ones1ght.application.chat.RunAcceptance;
import com.ones1ght.application.chat.RunnerWakeup;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.visit.port.Visits;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.Visit;
import java.time.Instant;
import java.time.InstantSource;

/** A kickoff under the rules of the session; what it accepts is a run like any other. */
public final class RecommendInSessionService implements RecommendInSessionUseCase {

    private final Profiles profiles;
    private final Visits visits;
    private final Chats chats;
    private final ChatSessionKeeper keeper;
    private final RunAcceptance acceptance;
    private final UnitOfWork unitOfWork;
    private final RunnerWakeup runner;
    private final ChatChanges changes;
    private final InstantSource clock;

    public RecommendInSessionService(
            Profiles profiles,
            Visits visits,
            Chats chats,
            ChatSessionKeeper keeper,
            RunAcceptance acceptance,
            UnitOfWork unitOfWork,
            RunnerWakeup runner,
            ChatChanges changes,
            InstantSource clock) {
        this.profiles = profiles;
        this.visits = visits;
        this.chats = chats;
        this.keeper = keeper;
        this.acceptance = acceptance;
        this.unitOfWork = unitOfWork;
        this.runner = runner;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public void recommend(Command command) {
        Round accepted = unitOfWork.inTransaction(() -> accept(command));
        unitOfWork.afterCommit(() -> {
            runner.wake();
            changes.changed(accepted.chat());
        });
    }

    private Round accept(Command command) {
        Owner owner = command.key().owner();
        ProfileFacts facts = profiles.hold(owner, command.profile()).orElseThrow(NotFoundException::new);
        Visit visit = visits.lockActive(owner, command.profile())
                .filter(active -> active.id().equals(command.session()))
                .orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        ChatSession session = keeper.require(owner, command.profile(), visit.id(), now);
        if (!visit.isInChat()) {
            throw new DomainException(
                    ErrorCode.STAGE_NOT_CHAT,
                    "The session's latest stamp is not CHAT; stamp it with status CHAT before you ask");
        }
        Chat chat = chats.lock(owner, command.profile(), session.chat())
                .orElseGet(() -> Chat.begun(session.chat(), command.profile(), now));
        if (chat.isInFlight()) {
            throw new DomainException(
                    ErrorCode.CONFLICT,
                    "The session's recommendation is still under way; ask again once its status is READY or ERROR");
        }
        keeper.touch(owner, session, now);
        return acceptance.followUp(new Requester(command.key(), command.profile(), facts), chat, command.prompt(), now);
    }
}
