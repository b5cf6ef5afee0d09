package com.ones1ght.application.visit;

import com.ones1ght.application.chat.ChatChanges;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.visit.port.ChatSessions;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.credit.RefundRule;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.ChatSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Locks the session, ends it, and cancels its running rounds in the same transaction. */
public final class EndChatSessionService implements EndChatSessionUseCase {

    private final Profiles profiles;
    private final ChatSessions sessions;
    private final ChatSessionKeeper keeper;
    private final Chats chats;
    private final CreditLedger credits;
    private final UnitOfWork unitOfWork;
    private final ChatChanges changes;
    private final InstantSource clock;

    public EndChatSessionService(
            Profiles profiles,
            ChatSessions sessions,
            ChatSessionKeeper keeper,
            Chats chats,
            CreditLedger credits,
            UnitOfWork unitOfWork,
            ChatChanges changes,
            InstantSource clock) {
        this.profiles = profiles;
        this.sessions = sessions;
        this.keeper = keeper;
        this.chats = chats;
        this.credits = credits;
        this.unitOfWork = unitOfWork;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public ChatSession end(Command command) {
        return unitOfWork.inTransaction(() -> {
            Owner owner = command.owner();
            ProfileId profile = command.profile();
            profiles.hold(owner, profile).orElseThrow(NotFoundException::new);
            Instant now = clock.instant();
            ChatSession ended =
                    keeper.require(owner, profile, command.session(), now).ended(ChatSession.Reason.EXPLICIT, now);
            sessions.save(owner, ended);
            if (chats.lock(owner, profile, ended.chat()).isPresent()) {
                cancel(owner, chats.lockRunning(owner, ended.chat()), now);
                unitOfWork.afterCommit(() -> changes.changed(ended.chat()));
            }
            return ended;
        });
    }

    /** The balance comes last: all kickoffs wait for its lock. */
    private void cancel(Owner owner, List<Round> running, Instant now) {
        List<Round> cancelled = running.stream()
                .map(round -> round.fail(new RunFailure.Cancelled(), now))
                .toList();
        cancelled.forEach(round -> chats.settle(owner, round));
        cancelled.stream()
                .filter(RefundRule::isRefunded)
                .forEach(round -> credits.refund(owner.tenant(), round.id(), round.run(), now));
    }
}
